#include "domain/ports/work_store.h"
#include "main/core.h"
#include "support/pilot.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include "platform_scenes.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

TEST_CASE("The status line tells what the platform knows and leads to the page Sync", "[studio]")
{
    const QTemporaryDir data;
    auto owned = busyPlatform();
    FakePlatform &platform = *owned;
    Pilot pilot(data.path(), std::move(owned));
    auto *state = pilot.window().findChild<QAbstractButton *>(u"syncState"_s);
    REQUIRE(state);
    CHECK(state->text() == u"3 waiting to send, offline"_s);
    QTest::mouseClick(state, Qt::LeftButton);
    REQUIRE(pilot.waitForPage(u"sync"_s));
    CHECK(pilot.pageTitle() == u"Sync"_s);

    platform.setStatus([](SyncStatus &status) { status.trouble = SyncTrouble::SignInNeeded; });
    CHECK(
        pilot.waitFor([&] { return state->text() == u"Needs you: sign in again"_s; }, u"the status line"_s));
    CHECK(QApplication::activeModalWidget() == nullptr); // the engine opens no dialog

    auto *in = pilot.window().findChild<QAction *>(u"signInAction"_s);
    auto *out = pilot.window().findChild<QAction *>(u"signOutAction"_s);
    CHECK_FALSE(in->isVisible());
    CHECK(out->isVisible());
    platform.theAccount->session = SessionState::SignInNeeded;
    Q_EMIT platform.accountChanged();
    CHECK(in->isVisible());
    CHECK_FALSE(out->isVisible());
    CHECK(pilot.failure().isEmpty());
}

TEST_CASE("Keys reach the page Sync, and it is there again after a restart", "[studio]")
{
    const QTemporaryDir data;
    {
        Pilot pilot(data.path(), busyPlatform());
        QTest::keyClick(&pilot.window(), Qt::Key_5, Qt::ControlModifier);
        REQUIRE(pilot.waitForPage(u"sync"_s));
        const auto work = pilot.core().work();
        auto written = (*work)->flush();
        REQUIRE(pilot.waitFor([&] { return written.isFinished(); }, u"the place"_s));
    }
    Pilot pilot(data.path(), busyPlatform());
    CHECK(pilot.waitForPage(u"sync"_s));
}

TEST_CASE("Progress that was fetched is read again", "[studio]")
{
    const QTemporaryDir data;
    auto owned = busyPlatform();
    FakePlatform &platform = *owned;
    Pilot pilot(data.path(), std::move(owned));
    REQUIRE(pilot.goTo({u"courses"_s, {}, {}}));
    Q_EMIT platform.progressPulled();
    Q_EMIT platform.courseDownloaded(u"classic-5"_s);
    QTest::qWait(200);
    CHECK(pilot.window().page()->place().page == u"courses"_s);
    CHECK(pilot.failure().isEmpty());
}
