#include "platform_scenes.h"

#include "support/pilot.h"
#include "ui/account/account_dialog.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

namespace studio::test {

using namespace Qt::StringLiterals;

namespace {

CatalogueCourse course(const QString &id, const QString &title, const QString &summary)
{
    CatalogueCourse made;
    made.id = id;
    made.title = title;
    made.summary = summary;
    made.difficulty = u"beginner"_s;
    made.teacher = u"Grace Teacher"_s;
    made.duration = u"4 hours"_s;
    made.lessons = 12;
    return made;
}

OutboxEntry entry(qint64 seq, OperationKind kind, const QString &item, const QByteArray &body = "{}")
{
    OutboxEntry made;
    made.seq = seq;
    made.kind = kind;
    made.courseId = u"classic-5"_s;
    made.itemId = item;
    made.body = body;
    made.madeUtc = QDateTime::currentDateTimeUtc().addSecs(-600 + seq * 60);
    return made;
}

Account ada()
{
    Account account;
    account.server = u"https://learn.example.org"_s;
    account.userId = 7;
    account.username = u"ada"_s;
    account.firstName = u"Ada"_s;
    account.lastName = u"Learner"_s;
    account.session = SessionState::SignedIn;
    account.vault = VaultKind::Keyring;
    account.signedInUtc = QDateTime::currentDateTimeUtc();
    return account;
}

/// The picture of whatever is in front: a dialog, or the window.
bool draw(Pilot &pilot, const QString &path)
{
    QTest::qWait(400); // hover, layout and the status line's moment
    QWidget *front = QApplication::activeModalWidget();
    return front ? front->grab().save(path) : pilot.savePicture(path);
}

} // namespace

std::unique_ptr<FakePlatform> busyPlatform()
{
    auto platform = std::make_unique<FakePlatform>();
    platform->theAccount = ada();
    platform->theCatalogue
        = {course(u"classic-5"_s, u"Loops and lists"_s, u"Do things many times, and keep what comes out."_s),
           course(u"classic-6"_s, u"Functions"_s, u"Give a name to what you do, and use it again."_s),
           course(u"classic-9"_s, u"Files"_s, u"Read and write what stays."_s),
           course(u"pages-5"_s, u"Sets and dictionaries"_s, u"Look things up quickly."_s)};
    auto &courses = platform->theCatalogue;
    courses[0].enrolled = true;
    courses[0].download = DownloadState::Outdated;
    courses[1].enrolled = true;
    courses[1].waiting = true;
    courses[1].difficulty = u"intermediate"_s;
    courses[1].download = DownloadState::Running;
    courses[1].bytesDone = 1'300'000;
    courses[1].bytesAll = 3'100'000;
    courses[3].missing = u"lessons"_s;
    courses[3].exercises = 14;
    courses[3].lessons = -1;
    platform->theWaiting = {entry(1, OperationKind::Complete, u"lesson-17"_s),
                            entry(2, OperationKind::Time, u"lesson-17"_s, R"({"minutes":12})"),
                            entry(3, OperationKind::Notes, u"lesson-18"_s)};
    platform->theWaiting[1].tries = 2;
    platform->theWaiting[1].lastProblem = u"offline"_s;
    KeptWork kept;
    kept.entry = entry(9, OperationKind::Submit, u"exercise-9"_s);
    kept.reason = KeptWork::Reason::Gone;
    platform->theKept = {kept};
    SyncConflict conflict;
    conflict.id = 3;
    conflict.courseId = u"classic-5"_s;
    conflict.itemId = u"lesson-17"_s;
    conflict.what = u"notes"_s;
    conflict.mine = u"range(10) ends at 9.\nAsk why."_s;
    conflict.theirs = u"range(10) gives ten numbers."_s;
    conflict.mineUtc = QDateTime::currentDateTimeUtc().addSecs(-3600);
    platform->theConflicts = {conflict};
    platform->setStatus([](SyncStatus &status) {
        status.linked = true;
        status.waiting = 3;
        status.trouble = SyncTrouble::Offline;
        status.lastSentUtc = QDateTime::currentDateTimeUtc().addSecs(-7200);
    });
    return platform;
}

bool drawPlatform(const QString &dataDir, const QString &into, const QString &theme)
{
    auto owned = busyPlatform();
    FakePlatform &platform = *owned;
    Pilot pilot(dataDir, std::move(owned));
    pilot.window().resize(1440, 900);
    const auto picture = [&](const QString &name) { return u"%1/%2-%3.png"_s.arg(into, name, theme); };
    const auto place = [&](const QString &page) { return pilot.goTo({page, {}, {}}); };

    if (!place(u"sync"_s) || !draw(pilot, picture(u"sync-offline"_s))) {
        return false;
    }
    for (auto *area : pilot.window().page()->findChildren<QScrollArea *>()) {
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    }
    platform.setStatus([](SyncStatus &status) {
        status.conflicts = 1;
        status.kept = 1;
        status.trouble = SyncTrouble::None;
    });
    if (!draw(pilot, picture(u"sync-choices"_s))) {
        return false;
    }
    for (auto *area : pilot.window().page()->findChildren<QScrollArea *>()) {
        area->verticalScrollBar()->setValue(0);
    }
    platform.setStatus([](SyncStatus &status) {
        status.trouble = SyncTrouble::Portal;
        status.question = SyncQuestion::SendAgain;
        status.questionCount = 14;
    });
    if (!draw(pilot, picture(u"sync-question"_s)) || !place(u"courses"_s)) {
        return false;
    }
    pilot.window().page()->findChild<QTabBar *>(u"coursesTabs"_s)->setCurrentIndex(1);
    if (!draw(pilot, picture(u"courses-platform"_s)) || !place(u"settings"_s)
        || !draw(pilot, picture(u"settings-account"_s)) || !place(u"home"_s)
        || !draw(pilot, picture(u"home-account"_s))) {
        return false;
    }
    platform.theAccount.reset();
    platform.theCatalogue.clear();
    platform.theStatus = {};
    Q_EMIT platform.accountChanged();
    Q_EMIT platform.statusChanged();
    if (!place(u"courses"_s) || !draw(pilot, picture(u"courses-signed-out"_s)) || !place(u"sync"_s)
        || !draw(pilot, picture(u"sync-signed-out"_s))) {
        return false;
    }
    ui::openSignIn(platform, &pilot.window());
    QTest::qWait(200);
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog) {
        return false;
    }
    dialog->findChild<QLineEdit *>(u"signInName"_s)->setText(u"ada"_s);
    dialog->findChild<QLineEdit *>(u"accountServer"_s)->setText(u"learn.example.org"_s);
    dialog->findChild<QLineEdit *>(u"signInPassword"_s)->setText(u"wrong"_s);
    dialog->findChild<QPushButton *>(u"accountSend"_s)->click();
    if (!draw(pilot, picture(u"sign-in"_s))) {
        return false;
    }
    dialog->findChild<QPushButton *>(u"accountSwitch"_s)->click();
    QTest::qWait(200);
    const bool drawn = draw(pilot, picture(u"register"_s));
    if (QWidget *front = QApplication::activeModalWidget()) {
        front->close();
    }
    return drawn;
}

} // namespace studio::test
