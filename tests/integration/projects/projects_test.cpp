#include "project_room.h"

using namespace studio;
using namespace studio::test;
using services::FileSession;

TEST_CASE("A program from before there were projects becomes one, with its history", "[projects]")
{
    const QTemporaryDir data;
    const ProjectRoom room(data.path());
    const Document old{{u"playground/5b1c"_s}, u"guess.py"_s, u"print('old')"_s, 3, room.clock.nowUtc()};
    Document earlier = old;
    earlier.text = u"print('earlier')"_s;
    REQUIRE(resultOf(room.work->keepVersion(earlier, VersionReason::Run)));
    REQUIRE(resultOf(room.work->saveDocument(old)));

    const auto projects = resultOf(room.service->projects());
    REQUIRE(projects);
    REQUIRE(projects->size() == 1);
    const Project &project = projects->front();
    CHECK(project.title == u"guess.py"_s);
    CHECK(project.mainFile == u"guess.py"_s);
    CHECK(bytesOf(project.folder % u"/guess.py"_s) == "print('old')");
    {
        const auto session = room.open(project);
        FileSession *file = room.openFile(*session, u"guess.py"_s);
        CHECK(file->text() == u"print('old')"_s);
        CHECK(file->caret() == 3);
        const auto versions = resultOf(file->journal().versions());
        REQUIRE(versions);
        CHECK(std::any_of(versions->begin(), versions->end(),
                          [](const DocumentVersion &each) { return each.reason == VersionReason::Run; }));
    }
    // Once: neither a second look nor removing it makes it again.
    CHECK(resultOf(room.service->projects())->size() == 1);
    REQUIRE(resultOf(room.service->remove(project.id)));
    CHECK(resultOf(room.service->projects())->empty());
    REQUIRE(resultOf(room.service->restore(project.id)));
    CHECK(resultOf(room.service->projects())->size() == 1);
}

TEST_CASE("What is typed is in the file and in the journal, without being asked", "[projects]")
{
    const QTemporaryDir data;
    Project project;
    {
        const ProjectRoom room(data.path());
        project = resultOf(room.service->create(u"tables"_s, u"x = 1\n"_s)).value();
        CHECK(project.mainFile == u"main.py"_s);
        const auto session = room.open(project);
        FileSession *file = room.openFile(*session, u"main.py"_s);
        file->setText(u"x = 2\n"_s, 0);
        CHECK(file->state() == FileSession::State::Saving);
        REQUIRE(QTest::qWaitFor([&] { return file->state() == FileSession::State::Saved; }, 5'000));
        CHECK(bytesOf(project.folder % u"/main.py"_s) == "x = 2\n");
        file->setText(u"x = 3\n"_s, 5); // and closed at once
    }
    CHECK(bytesOf(project.folder % u"/main.py"_s) == "x = 3\n");
    const ProjectRoom again(data.path());
    const auto session = again.open(resultOf(again.service->projects())->front());
    FileSession *file = again.openFile(*session, u"main.py"_s);
    CHECK(file->text() == u"x = 3\n"_s);
    CHECK(file->caret() == 5);
}

TEST_CASE("Text that reached the journal but not the file is not lost", "[projects]")
{
    const QTemporaryDir data;
    const ProjectRoom room(data.path());
    const Project made = resultOf(room.service->create(u"p"_s, u"disk\n"_s)).value();
    QString key;
    Project project = made;
    {
        const auto session = room.open(made);
        room.openFile(*session, u"main.py"_s);
        project = session->project();
        key = project.documents.value(u"main.py"_s);
    }
    // As after a power cut between the two.
    const Document typed{{key}, u"main.py"_s, u"typed\n"_s, 0, room.clock.nowUtc().addSecs(60)};
    REQUIRE(resultOf(room.work->saveDocument(typed)));
    const auto session = room.open(project);
    FileSession *file = room.openFile(*session, u"main.py"_s);
    CHECK(file->text() == u"typed\n"_s);
    REQUIRE(QTest::qWaitFor([&] { return bytesOf(project.folder % u"/main.py"_s) == "typed\n"; }, 5'000));
    // And what the disk had can be had back.
    const auto versions = resultOf(file->journal().versions()).value();
    REQUIRE_FALSE(versions.empty());
    bool found = false;
    for (const DocumentVersion &each : versions) {
        found = found || resultOf(file->journal().versionText(each.id)).value() == u"disk\n"_s;
    }
    CHECK(found);
}

TEST_CASE("Another program's change is taken when nothing was typed", "[projects]")
{
    const QTemporaryDir data;
    const ProjectRoom room(data.path());
    const Project project = resultOf(room.service->create(u"p"_s, u"a\n"_s)).value();
    const auto session = room.open(project);
    FileSession *file = room.openFile(*session, u"main.py"_s);
    QSignalSpy replaced(file, &FileSession::textReplaced);
    write(project.folder % u"/main.py"_s, "theirs\n");
    REQUIRE((!replaced.isEmpty() || replaced.wait(5'000)));
    CHECK(file->text() == u"theirs\n"_s);
    file->setText(u"mine\n"_s, 0);
    REQUIRE(resultOf(file->saveNow()));
    CHECK(bytesOf(project.folder % u"/main.py"_s) == "mine\n");
}

TEST_CASE("Two changes at once are a question, and neither text is lost", "[projects]")
{
    const QTemporaryDir data;
    const ProjectRoom room(data.path());
    const Project project = resultOf(room.service->create(u"p"_s, u"a\n"_s)).value();
    const auto session = room.open(project);
    FileSession *file = room.openFile(*session, u"main.py"_s);
    const QString path = project.folder % u"/main.py"_s;
    file->setText(u"mine\n"_s, 0);
    write(path, "theirs\n");
    CHECK(resultOf(file->saveNow()).error().code == ErrorCode::Conflict);
    CHECK(file->state() == FileSession::State::Conflict);
    CHECK(bytesOf(path) == "theirs\n");
    file->setText(u"mine 2\n"_s, 0); // typing goes on
    SECTION("mine")
    {
        file->keepMine();
        REQUIRE(QTest::qWaitFor([&] { return file->state() == FileSession::State::Saved; }, 5'000));
        CHECK(bytesOf(path) == "mine 2\n");
    }
    SECTION("theirs")
    {
        file->takeTheirs();
        REQUIRE(QTest::qWaitFor([&] { return file->state() == FileSession::State::Saved; }, 5'000));
        CHECK(file->text() == u"theirs\n"_s);
        CHECK(bytesOf(path) == "theirs\n");
    }
    QStringList kept;
    const auto versions = resultOf(file->journal().versions()).value();
    for (const DocumentVersion &each : versions) {
        kept.append(resultOf(file->journal().versionText(each.id)).value());
    }
    kept.append(file->text());
    CHECK(kept.contains(u"theirs\n"_s));
    CHECK(kept.contains(u"mine 2\n"_s));
}

TEST_CASE("A renamed file takes its history, its tab and the mark of the main file along", "[projects]")
{
    const QTemporaryDir data;
    const ProjectRoom room(data.path());
    const auto session = room.open(resultOf(room.service->create(u"p"_s, u"a\n"_s)).value());
    FileSession *file = room.openFile(*session, u"main.py"_s);
    session->setTabs({u"main.py"_s}, u"main.py"_s);
    const QString key = session->project().documents.value(u"main.py"_s);
    file->setText(u"b\n"_s, 0);
    REQUIRE(resultOf(session->rename(u"main.py"_s, u"game/start.py"_s)));
    CHECK(session->session(u"game/start.py"_s) == file);
    CHECK(session->project().mainFile == u"game/start.py"_s);
    CHECK(session->project().openFiles == QStringList{u"game/start.py"_s});
    CHECK(session->project().documents.value(u"game/start.py"_s) == key);
    CHECK(bytesOf(session->project().folder % u"/game/start.py"_s) == "b\n");
    REQUIRE(resultOf(session->rename(u"game"_s, u"play"_s)));
    CHECK(file->path() == u"play/start.py"_s);
    file->setText(u"c\n"_s, 0);
    REQUIRE(resultOf(file->saveNow()));
    CHECK(bytesOf(session->project().folder % u"/play/start.py"_s) == "c\n");
}

TEST_CASE("A folder from the disk is worked on in place, and is the same project the next time", "[projects]")
{
    const QTemporaryDir data;
    const QTemporaryDir own;
    write(own.filePath(u"hello.py"_s), "print(1)\n");
    const ProjectRoom room(data.path());
    const Project project = resultOf(room.service->openFolder(own.path())).value();
    CHECK(project.external);
    CHECK(project.mainFile == u"hello.py"_s);
    CHECK(resultOf(room.service->openFolder(own.path() % u"/."_s)).value().id == project.id);
    REQUIRE(resultOf(room.service->remove(project.id)));
    CHECK(bytesOf(own.filePath(u"hello.py"_s)) == "print(1)\n");
    CHECK(resultOf(room.service->openFolder(data.filePath(u"none"_s))).error().code == ErrorCode::NotFound);
}

TEST_CASE("New files of the learner's own program appear in the list", "[projects]")
{
    const QTemporaryDir data;
    const ProjectRoom room(data.path());
    const auto session = room.open(resultOf(room.service->create(u"p"_s)).value());
    QSignalSpy changed(session.get(), &services::ProjectSession::filesChanged);
    write(session->project().folder % u"/result.csv"_s, "1,2\n");
    REQUIRE((!changed.isEmpty() || changed.wait(5'000)));
    CHECK(session->file(u"result.csv"_s));
}
