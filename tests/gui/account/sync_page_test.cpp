#include "ui/sync/state_panel.h"
#include "ui/sync/sync_button.h"
#include "ui/sync/sync_page.h"
#include "ui/sync/work_panels.h"

#include <QAction>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "widget_finder.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

OutboxEntry finished(qint64 seq, const QString &lesson)
{
    OutboxEntry entry;
    entry.seq = seq;
    entry.kind = OperationKind::Complete;
    entry.courseId = u"classic-5"_s;
    entry.itemId = lesson;
    return entry;
}

KeptWork keptWork(qint64 seq)
{
    KeptWork kept;
    kept.entry = finished(seq, u"lesson-17"_s);
    kept.reason = KeptWork::Reason::Gone;
    return kept;
}

struct Room
{
    FakePlatform platform = {};
    StillClock clock = {};
    std::unique_ptr<SyncPage> page = {};

    SyncPage &open()
    {
        page = std::make_unique<SyncPage>(platform, clock,
                                          text::Titles{[](const QString &) { return u"Loops"_s; },
                                                       [](const QString &, const QString &item) -> QString {
                                                           return u"Title of "_s % item;
                                                       }});
        page->resize(900, 900);
        page->show();
        REQUIRE(QTest::qWaitForWindowExposed(page.get()));
        page->enter();
        settle();
        return *page;
    }

    void signIn()
    {
        platform.theAccount = ada();
        platform.theStatus.linked = true;
    }
};

} // namespace

TEST_CASE("Without an account the page says where work is, and how to get one", "[gui][sync]")
{
    Room room;
    const SyncPage &page = room.open();
    CHECK(find(page, u"accountSignIn"_s)->isVisible());
    CHECK_FALSE(find(page, u"syncLine"_s)->isVisible());
    CHECK_FALSE(find(page, u"waitingEmpty"_s)->isVisible());
    CHECK_FALSE(room.platform.calls.contains(u"waiting"_s));
}

TEST_CASE("What waits is listed in its order and goes when it is sent", "[gui][sync]")
{
    Room room;
    room.signIn();
    room.platform.theWaiting = {finished(4, u"lesson-17"_s), finished(9, u"lesson-3"_s)};
    room.platform.theWaiting[1].tries = 2;
    room.platform.theWaiting[1].lastProblem = u"offline"_s;
    room.platform.theStatus.waiting = 2;
    const SyncPage &page = room.open();
    auto *list = find<QListWidget>(page, u"waitingList"_s);
    REQUIRE(list->count() == 2);
    CHECK(list->item(0)->text() == u"Lesson “Title of lesson-17” finished"_s);
    CHECK(list->item(1)->text().contains(u"Tried 2 times: no network"_s));
    CHECK(textOf(page, u"syncLine"_s) == u"2 waiting to send"_s);

    room.platform.held.insert(u"syncNow"_s);
    click(page, u"syncSend"_s);
    CHECK_FALSE(find(page, u"syncSend"_s)->isEnabled());
    room.platform.release(u"syncNow"_s);
    settle();
    CHECK(find(page, u"syncSend"_s)->isEnabled());
    CHECK(list->count() == 0);
    CHECK(textOf(page, u"waitingEmpty"_s) == u"Nothing is waiting."_s);
    CHECK(textOf(page, u"syncLine"_s).startsWith(u"All sent"_s));
}

TEST_CASE("A thousand actions are shown as the first ones and a count", "[gui][sync]")
{
    Room room;
    room.signIn();
    for (int i = 0; i < 1000; ++i) {
        room.platform.theWaiting.push_back(finished(i, u"lesson-1"_s));
    }
    const SyncPage &page = room.open();
    auto *list = find<QListWidget>(page, u"waitingList"_s);
    CHECK(list->count() == 501);
    CHECK(list->item(500)->text().contains(u"500 more"_s));
}

TEST_CASE("A list that can't be read says so", "[gui][sync]")
{
    Room room;
    room.signIn();
    room.platform.failures[u"waiting"_s] = {ErrorCode::Storage, u"I/O"_s};
    room.platform.failures[u"kept"_s] = {ErrorCode::Storage, u"I/O"_s};
    const SyncPage &page = room.open();
    CHECK(textOf(page, u"waitingEmpty"_s).contains(u"could not be read"_s));
    CHECK(textOf(page, u"keptMessage"_s).contains(u"could not be read"_s));
}

TEST_CASE("Each trouble is told with what helps", "[gui][sync]")
{
    Room room;
    room.signIn();
    const SyncPage &page = room.open();
    auto *help = find<QAbstractButton>(page, u"syncHelp"_s);
    const auto set = [&](SyncTrouble trouble, const QString &detail = {}) {
        room.platform.setStatus([&](SyncStatus &status) {
            status.trouble = trouble;
            status.detail = detail;
        });
    };
    set(SyncTrouble::Portal);
    // The page would open a real browser.
    QObject::disconnect(page.findChild<StatePanel *>(), &StatePanel::browserWanted, nullptr, nullptr);
    QSignalSpy wanted(page.findChild<StatePanel *>(), &StatePanel::browserWanted);
    CHECK(help->text() == u"Open browser"_s);
    click(page, u"syncHelp"_s);
    CHECK(wanted.count() == 1);
    CHECK(wanted.first().first().toUrl() == QUrl(u"https://learn.example.org"_s));

    set(SyncTrouble::Certificate, u"issuer: School Filter CA"_s);
    CHECK(help->text() == u"Details"_s);
    CHECK_FALSE(find(page, u"syncDetails"_s)->isVisible());
    click(page, u"syncHelp"_s);
    CHECK(find(page, u"syncDetails"_s)->isVisible());
    CHECK(textOf(page, u"syncDetails"_s).contains(u"School Filter"_s));

    set(SyncTrouble::SignInNeeded);
    click(page, u"syncHelp"_s);
    dialog(u"signInDialog"_s)->reject();

    set(SyncTrouble::Offline);
    CHECK_FALSE(help->isVisible());
    CHECK(textOf(page, u"syncSentence"_s).startsWith(u"Offline."_s));
    set(SyncTrouble::None);
    CHECK_FALSE(find(page, u"syncTrouble"_s)->isVisible());
}

TEST_CASE("A question stands at the top until it is answered", "[gui][sync]")
{
    Room room;
    room.signIn();
    const SyncPage &page = room.open();
    CHECK_FALSE(find(page, u"syncQuestion"_s)->isVisible());
    room.platform.setStatus([](SyncStatus &status) {
        status.question = SyncQuestion::SendAgain;
        status.questionCount = 14;
    });
    CHECK(find(page, u"syncQuestion"_s)->isVisible());
    CHECK(textOf(page, u"syncAsked"_s).contains(u"14"_s));
    click(page, u"syncNo"_s);
    settle();
    CHECK(room.platform.calls.contains(u"answerQuestion no"_s));
    CHECK_FALSE(find(page, u"syncQuestion"_s)->isVisible());
}

TEST_CASE("Kept work can be tried again, and is thrown away only with a typed word", "[gui][sync]")
{
    Room room;
    room.signIn();
    room.platform.theKept = {keptWork(4), keptWork(5)};
    SyncPage &page = room.open();
    REQUIRE(page.findChildren<QWidget *>(u"keptRow"_s).size() == 2);

    click(page, u"keptDiscard"_s);
    QDialog *question = dialog(u"typedQuestion"_s);
    auto *go = find<QAbstractButton>(*question, u"typedGo"_s);
    CHECK_FALSE(go->isEnabled());
    QTest::keyClick(find<QLineEdit>(*question, u"typedWord"_s), Qt::Key_Return); // Cancel is the default
    settle();
    CHECK(room.platform.theKept.size() == 2);

    click(page, u"keptDiscard"_s);
    question = dialog(u"typedQuestion"_s);
    type(*question, u"typedWord"_s, u"discard"_s);
    click(*question, u"typedGo"_s);
    settle();
    CHECK(room.platform.calls.contains(u"discardKept 4"_s));
    REQUIRE(room.platform.theKept.size() == 1);

    REQUIRE(QTest::qWaitFor([&page] { return page.findChildren<QWidget *>(u"keptRow"_s).size() == 1; }));
    click(page, u"keptRetry"_s);
    settle();
    CHECK(room.platform.calls.contains(u"retryKept 5"_s));
    CHECK_FALSE(find(page, u"keptExport"_s)->isVisible());
}

TEST_CASE("Kept work is saved to a file, and a failure is told", "[gui][sync]")
{
    Room room;
    room.signIn();
    room.platform.theKept = {keptWork(4)};
    SyncPage &page = room.open();
    auto *panel = page.findChild<KeptPanel *>();
    panel->exportTo(u"/tmp/kept.json"_s);
    settle();
    CHECK(textOf(page, u"keptMessage"_s) == u"Saved to /tmp/kept.json."_s);
    room.platform.failures[u"exportKept"_s] = {ErrorCode::ReadOnly, {}};
    panel->exportTo(u"/tmp/kept.json"_s);
    settle();
    CHECK(textOf(page, u"keptMessage"_s).contains(u"can't be written"_s));
}

TEST_CASE("Two texts stand side by side, whole, and one choice settles them", "[gui][sync]")
{
    Room room;
    room.signIn();
    SyncConflict conflict;
    conflict.id = 3;
    conflict.courseId = u"classic-5"_s;
    conflict.itemId = u"lesson-17"_s;
    conflict.what = u"notes"_s;
    conflict.mine = u"<b>mine</b>\nsecond line"_s;
    conflict.theirs = u"theirs"_s;
    room.platform.theConflicts = {conflict};
    const SyncPage &page = room.open();
    auto *mine = find<QPlainTextEdit>(page, u"conflictMine"_s);
    CHECK(mine->toPlainText() == u"<b>mine</b>\nsecond line"_s);
    CHECK(mine->isReadOnly());
    CHECK(find<QPlainTextEdit>(page, u"conflictTheirs"_s)->toPlainText() == u"theirs"_s);
    click(page, u"keepBoth"_s);
    settle();
    CHECK(room.platform.calls.contains(u"resolveConflict 3 both"_s));
    CHECK(QTest::qWaitFor([&page] { return page.findChildren<QWidget *>(u"conflictRow"_s).isEmpty(); }));
}

TEST_CASE("The report is written to where the person says", "[gui][sync]")
{
    Room room;
    room.signIn();
    SyncPage &page = room.open();
    const QTemporaryDir folder;
    page.saveReport(folder.filePath(u"report.txt"_s));
    settle();
    QFile file(folder.filePath(u"report.txt"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "state: fine\n");
    page.saveReport(folder.filePath(u"no/such/folder/report.txt"_s));
    settle();
    CHECK(textOf(page, u"syncMessage"_s).contains(u"could not be written"_s));
}

TEST_CASE("The status line follows the platform, without flicker", "[gui][sync]")
{
    FakePlatform platform;
    const StillClock clock;
    const SyncButton button(platform, clock);
    CHECK(button.text() == u"Not signed in"_s);
    platform.theAccount = ada();
    platform.setStatus([](SyncStatus &status) {
        status.linked = true;
        status.working = true;
        status.waiting = 1;
    });
    platform.setStatus([](SyncStatus &status) {
        status.working = false;
        status.waiting = 0;
        status.lastSentUtc = QDateTime(QDate(2026, 11, 24), QTime(10, 42)).toUTC();
    });
    CHECK(button.text() == u"Not signed in"_s); // not yet
    CHECK(QTest::qWaitFor([&button] { return button.text().startsWith(u"All sent"_s); }, 2000));
    platform.setStatus([](SyncStatus &status) { status.trouble = SyncTrouble::SignInNeeded; });
    CHECK(QTest::qWaitFor([&button] { return button.text() == u"Needs you: sign in again"_s; }, 2000));
    CHECK(button.property("problem").toBool());
    CHECK(button.accessibleName().contains(u"sign in again"_s));
}
