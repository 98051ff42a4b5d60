#include "services/progress_service.h"
#include "store/open_work_store.h"
#include "ui/lessons/lesson_notes.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include "widget_finder.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCourse = u"classic-5"_s;
const QString kLesson = u"lesson-17"_s;

/// A person's real work in a folder of its own.
struct Study
{
    QTemporaryDir folder = {};
    StillClock clock = {};
    std::unique_ptr<WorkStore> store = std::move(store::openWorkStore(folder.path(), clock)->store);
    std::unique_ptr<services::ProgressService> progress
        = std::make_unique<services::ProgressService>(*store, clock);

    Study()
    {
        auto loading = progress->load();
        REQUIRE(QTest::qWaitFor([&] { return loading.isFinished(); }));
    }

    QString stored() const
    {
        auto reading = store->courseProgress(kCourse);
        REQUIRE(QTest::qWaitFor([&] { return reading.isFinished(); }));
        return reading.result()->lessons.value(kLesson).notes;
    }

    void storeNotes(const QString &notes) const
    {
        LessonProgress lesson;
        lesson.notes = notes;
        auto writing = store->saveLesson(kCourse, kLesson, lesson);
        REQUIRE(QTest::qWaitFor([&] { return writing.isFinished(); }));
        REQUIRE(writing.result().has_value());
    }
};

} // namespace

TEST_CASE("Notes are saved while they are typed, and at once when the lesson is left", "[gui][notes]")
{
    const Study study;
    LessonNotes notes(*study.progress, kCourse, kLesson);
    notes.show();
    auto *edit = find<QPlainTextEdit>(notes, u"notesEdit"_s);
    CHECK_FALSE(edit->isVisible());
    find<QToolButton>(notes, u"notesToggle"_s)->click();
    CHECK(edit->isVisible());
    QTest::keyClicks(edit, u"range ends before"_s);
    CHECK(study.stored().isEmpty());
    CHECK(QTest::qWaitFor([&study] { return study.stored() == u"range ends before"_s; }, 5000));
    QTest::keyClicks(edit, u"!"_s);
    notes.save();
    CHECK(study.stored() == u"range ends before!"_s);
}

TEST_CASE("Notes from elsewhere are shown, but never over what is being typed", "[gui][notes]")
{
    const Study study;
    LessonNotes notes(*study.progress, kCourse, kLesson);
    notes.show();
    auto *edit = find<QPlainTextEdit>(notes, u"notesEdit"_s);
    QSignalSpy loaded(study.progress.get(), &services::ProgressService::loaded);
    study.storeNotes(u"from the platform"_s);
    study.progress->readAgain();
    REQUIRE(loaded.wait(5000));
    CHECK(edit->toPlainText() == u"from the platform"_s);
    CHECK(edit->isVisible()); // there is something to read

    QTest::keyClicks(edit, u"mine "_s);
    study.storeNotes(u"newer from the platform"_s);
    study.progress->readAgain();
    REQUIRE(loaded.wait(5000));
    CHECK(edit->toPlainText() == u"mine from the platform"_s);
    notes.save();
    CHECK(study.stored() == u"mine from the platform\n\nnewer from the platform"_s); // neither is lost
}

TEST_CASE("What is done while progress is read again stays done", "[gui][notes]")
{
    const Study study;
    QSignalSpy loaded(study.progress.get(), &services::ProgressService::loaded);
    study.storeNotes(u"from the platform"_s);
    study.progress->readAgain(); // answered with what was before the bookmark
    study.progress->setBookmarked(kCourse, u"lesson-18"_s, true);
    REQUIRE(loaded.wait(5000));
    CHECK(study.progress->course(kCourse).lessons.value(u"lesson-18"_s).bookmarked);
    CHECK(study.progress->course(kCourse).lessons.value(kLesson).notes == u"from the platform"_s);
}
