#include "cli/exit_code.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include <csignal>

#include "command_bench.h"

using namespace studio;
using namespace studio::cli;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

OutboxEntry finished(qint64 seq)
{
    OutboxEntry entry;
    entry.seq = seq;
    entry.operationId = QByteArray(16, 'a');
    entry.kind = OperationKind::Complete;
    entry.courseId = u"classic-5"_s;
    entry.itemId = u"lesson-17"_s;
    return entry;
}

CatalogueCourse course(const QString &id, const QString &title)
{
    CatalogueCourse made;
    made.id = id;
    made.title = title;
    made.difficulty = u"beginner"_s;
    made.lessons = 12;
    return made;
}

} // namespace

TEST_CASE("Syncing ends with what a script has to know", "[cli][platform]")
{
    CommandBench bench;
    CHECK(bench.run(u"sync"_s) == kSignInNeeded);

    bench.signIn();
    bench.platform.theStatus.waiting = 3;
    CHECK(bench.run(u"sync"_s) == kDone);
    CHECK(bench.out.startsWith("All sent"));

    struct Row
    {
        SyncTrouble trouble;
        int waiting;
        int status;
    };

    for (const Row &row :
         {Row{SyncTrouble::Offline, 3, kOffline}, Row{SyncTrouble::Portal, 0, kOffline},
          Row{SyncTrouble::Certificate, 1, kOffline}, Row{SyncTrouble::Busy, 2, kWaitingLeft},
          Row{SyncTrouble::SignInNeeded, 2, kSignInNeeded},
          Row{SyncTrouble::AccountInactive, 0, kSignInNeeded}, Row{SyncTrouble::StorageFailed, 1, kStorage},
          Row{SyncTrouble::UpdateNeeded, 0, kNotPassed}}) {
        bench.platform.failures[u"syncNow"_s] = {ErrorCode::Internal, {}};
        bench.platform.theStatus.trouble = row.trouble;
        bench.platform.theStatus.waiting = row.waiting;
        CHECK(bench.run(u"sync"_s) == row.status);
        CHECK_FALSE(bench.out.isEmpty());
        CHECK(bench.run(u"sync"_s, {u"--json"_s}) == row.status);
        CHECK(QJsonDocument::fromJson(bench.out).object().value(u"waiting"_s).toInt() == row.waiting);
    }
}

TEST_CASE("What waits is listed in words and in its order", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    bench.platform.theWaiting = {finished(4), finished(9)};
    bench.platform.theWaiting[1].kind = OperationKind::Notes;
    bench.platform.theStatus.waiting = 2;

    CHECK(bench.run(u"status"_s) == kWaitingLeft);
    const qsizetype first = bench.out.indexOf("Lesson “Loops 2” finished");
    CHECK(first > 0);
    CHECK(bench.out.indexOf("Your notes on “Loops 2”") > first);

    CHECK(bench.run(u"status"_s, {u"--json"_s}) == kWaitingLeft);
    const QJsonArray actions = QJsonDocument::fromJson(bench.out).object().value(u"actions"_s).toArray();
    REQUIRE(actions.size() == 2);
    CHECK(actions.first().toObject().value(u"operation"_s).toString() == u"61"_s.repeated(16));
    CHECK(actions.first().toObject().value(u"kind"_s).toString() == u"complete"_s);

    CHECK(bench.run(u"status"_s, {u"--report"_s}) == kDone);
    CHECK(bench.out == "state: fine\n");
}

TEST_CASE("A question is answered by a word and synced", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    CHECK(bench.run(u"sync"_s, {u"--yes"_s}) == kNotFound);
    bench.platform.theStatus.question = SyncQuestion::SendAgain;
    bench.platform.theStatus.questionCount = 14;
    CHECK(bench.run(u"status"_s) == kNotPassed);
    CHECK(bench.out.contains("14"));
    CHECK(bench.run(u"sync"_s, {u"--yes"_s, u"--no"_s}) == kUsage);
    CHECK(bench.run(u"sync"_s, {u"--no"_s}) == kDone);
    CHECK(bench.platform.calls.contains(u"answerQuestion no"_s));
}

TEST_CASE("Kept work is shown with its reason, and goes only when it is meant", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    KeptWork kept;
    kept.entry = finished(4);
    kept.reason = KeptWork::Reason::Gone;
    kept.status = 404;
    KeptWork second = kept;
    second.entry.seq = 5;
    bench.platform.theKept = {kept, second};

    CHECK(bench.run(u"kept"_s) == kDone);
    CHECK(bench.out.contains("Lesson “Loops 2” finished"));
    CHECK(bench.out.contains("no longer offered"));
    CHECK(bench.run(u"kept"_s, {u"discard"_s, u"4"_s}) == kUsage);
    CHECK(bench.platform.theKept.size() == 2);
    CHECK(bench.run(u"kept"_s, {u"discard"_s, u"4"_s, u"--yes"_s}) == kDone);
    CHECK(bench.run(u"kept"_s, {u"retry"_s, u"5"_s}) == kDone);
    CHECK(bench.platform.theKept.empty());
    CHECK(bench.run(u"kept"_s, {u"retry"_s, u"5"_s}) == kNotFound);
    CHECK(bench.run(u"kept"_s, {u"export"_s, u"work.json"_s}) == kDone);
    CHECK(bench.platform.calls.contains(u"exportKept /tmp/work.json"_s));
    CHECK(bench.run(u"kept"_s, {u"burn"_s}) == kUsage);
    CHECK(bench.run(u"kept"_s, {u"--json"_s}) == kDone);
    CHECK(bench.out.trimmed() == "[\n]");
}

TEST_CASE("Two texts are shown whole and one is chosen", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    SyncConflict conflict;
    conflict.id = 3;
    conflict.courseId = u"classic-5"_s;
    conflict.itemId = u"lesson-17"_s;
    conflict.what = u"notes"_s;
    conflict.mine = u"mine one\nmine two"_s;
    conflict.theirs = u"theirs"_s;
    bench.platform.theConflicts = {conflict};

    CHECK(bench.run(u"conflicts"_s) == kDone);
    CHECK(bench.out.contains("    mine one\n    mine two\n"));
    CHECK(bench.out.contains("    theirs\n"));
    CHECK(bench.run(u"conflicts"_s, {u"choose"_s, u"3"_s, u"perhaps"_s}) == kUsage);
    CHECK(bench.run(u"conflicts"_s, {u"choose"_s, u"3"_s, u"both"_s}) == kDone);
    CHECK(bench.platform.calls.last() == u"resolveConflict 3 both"_s);
    CHECK(bench.run(u"conflicts"_s, {u"choose"_s, u"3"_s, u"both"_s}) == kNotFound);
}

TEST_CASE("The platform's courses are listed, and fetched when none are known", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    CHECK(bench.run(u"catalog"_s) == kDone);
    CHECK(bench.platform.calls == QStringList{u"refreshCatalogue"_s});
    CatalogueCourse pages = course(u"pages-5"_s, u"Functions"_s);
    pages.missing = u"lessons"_s;
    bench.platform.theCatalogue = {course(u"classic-5"_s, u"Loops"_s), pages};
    CHECK(bench.run(u"catalog"_s) == kDone);
    CHECK(bench.platform.calls.size() == 1);
    CHECK(bench.out.contains("classic-5       Loops"));
    CHECK(bench.out.contains("not its lesson texts"));
    CHECK(bench.run(u"catalog"_s, {u"--json"_s}) == kDone);
    CHECK(QJsonDocument::fromJson(bench.out).array().size() == 2);
}

TEST_CASE("Enrolling and leaving are saved at once and said to wait", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    bench.platform.theCatalogue = {course(u"classic-5"_s, u"Loops"_s)};
    CHECK(bench.run(u"enrol"_s, {u"classic-5"_s}) == kDone);
    CHECK(bench.out.contains("Loops: Enrolled, waiting to reach the platform"));
    CHECK(bench.run(u"leave"_s, {u"classic-5"_s}) == kDone);
    CHECK(bench.run(u"enrol"_s, {u"classic-77"_s}) == kNotFound);
    CHECK(bench.run(u"enrol"_s) == kUsage);
}

TEST_CASE("A download tells how far it is beside its result, and an interrupt keeps what is there",
          "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    bench.platform.theCatalogue = {course(u"classic-5"_s, u"Loops"_s)};
    bench.platform.held.insert(u"download"_s);
    const auto command = findCommand(u"download"_s)->make(bench.environment(), bench.io());
    QSignalSpy finished(command.get(), &Command::finished);
    command->start({u"classic-5"_s});
    const auto move = [&bench](qint64 done) {
        bench.platform.setCourse(u"classic-5"_s, [done](CatalogueCourse &each) {
            each.bytesDone = done;
            each.bytesAll = 1'000'000;
        });
    };
    move(420'000);
    move(421'000);
    move(900'000);
    CHECK(bench.err.count('\n') == 3); // Beginning, 40 %, 90 %
    CHECK(bench.err.contains("40 % of 1.0 MB"));

    SECTION("to its end")
    {
        bench.platform.release(u"download"_s);
        REQUIRE(finished.wait(5000));
        CHECK(finished.first().first().toInt() == kDone);
        CHECK(bench.out == "classic-5 is on this computer.\n");
    }
    SECTION("interrupted")
    {
        command->interrupt();
        REQUIRE(finished.wait(5000));
        CHECK(finished.first().first().toInt() == kStoppedBase + SIGINT);
        CHECK(bench.platform.theCatalogue.front().download == DownloadState::Partial);
    }
    SECTION("refused for lack of room")
    {
        bench.platform.failures[u"download"_s] = {ErrorCode::DiskFull, u"/home"_s};
        bench.platform.release(u"download"_s);
        REQUIRE(finished.wait(5000));
        CHECK(finished.first().first().toInt() == kStorage);
        CHECK(bench.err.contains("The disk is full"));
    }
}

TEST_CASE("A download is taken from this computer by a word", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    bench.platform.theCatalogue = {course(u"classic-5"_s, u"Loops"_s)};
    CHECK(bench.run(u"download"_s, {u"classic-5"_s, u"--remove"_s}) == kDone);
    CHECK(bench.platform.calls == QStringList{u"removeDownload classic-5"_s});
}
