#include "support/desktop_bus.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

#include <memory>

#include "desktop/bus_notices.h"
#include "desktop/tray_notices.h"

using namespace studio;
using namespace studio::desktop;
using namespace studio::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Offer = DesktopNotices::Offer;

struct Desktop
{
    explicit Desktop(bool withService = true)
    {
        REQUIRE(own.isConnected());
        if (withService) {
            REQUIRE(service.start());
        }
    }

    bool becomes(Offer offer)
    {
        return QTest::qWaitFor([this, offer] { return notices->offer() == offer; });
    }

    bool shows(std::size_t count)
    {
        return QTest::qWaitFor([this, count] { return service.shown.size() >= count; });
    }

    bool closes(std::size_t count)
    {
        return QTest::qWaitFor([this, count] { return service.closed.size() >= count; });
    }

    DesktopBus bus;
    QDBusConnection own = bus.connect();
    NotificationService service{own};
    std::unique_ptr<BusNotices> notices = std::make_unique<BusNotices>(bus.connect(), 300ms);
};

DesktopNotice notice(const QString &title, const QString &text = {})
{
    return {title, text, u"Open"_s};
}

} // namespace

TEST_CASE("a notice is shown, and the next one takes its place", "[desktop]")
{
    Desktop desktop;
    desktop.notices->show(notice(u"While loops"_s, u"1 < 2"_s));
    REQUIRE(desktop.shows(1));
    CHECK(desktop.service.shown[0].title == u"While loops"_s);
    CHECK(desktop.service.shown[0].replaces == 0);
    CHECK(desktop.service.shown[0].actions == QStringList{u"default"_s, u"Open"_s});
    CHECK(desktop.notices->offer() == Offer::Shown);
    desktop.notices->show(notice(u"Lists"_s));
    REQUIRE(desktop.shows(2));
    CHECK(desktop.service.shown[1].replaces == desktop.service.shown[0].id);
    // Several at once: the newest is what is shown in the end.
    for (int i = 0; i < 20; ++i) {
        desktop.notices->show(notice(QString::number(i)));
    }
    REQUIRE(QTest::qWaitFor([&] { return desktop.service.shown.back().title == u"19"_s; }));
    CHECK(desktop.service.shown.size() <= 5);
    desktop.notices->withdraw();
    REQUIRE(desktop.closes(1));
    CHECK(desktop.service.closed[0] == desktop.service.shown[0].id);
}

TEST_CASE("markup of strangers is text, for a service that reads markup and for one that does not",
          "[desktop]")
{
    Desktop desktop;
    const QString hostile = u"<img src=\"http://x/\"> & <b>a</b>"_s;
    desktop.notices->show(notice(u"T"_s, hostile));
    REQUIRE(desktop.shows(1));
    CHECK(desktop.service.shown[0].text
          == u"&lt;img src=&quot;http://x/&quot;&gt; &amp; &lt;b&gt;a&lt;/b&gt;"_s);

    Desktop plain;
    plain.service.capabilities = {u"body"_s};
    plain.notices->show(notice(u"T"_s, hostile));
    REQUIRE(plain.shows(1));
    CHECK(plain.service.shown[0].text == hostile);
    CHECK(plain.service.shown[0].actions.isEmpty());
}

TEST_CASE("a click is heard once, and only on one's own notice", "[desktop]")
{
    Desktop desktop;
    QSignalSpy chosen(desktop.notices.get(), &DesktopNotices::chosen);
    QSignalSpy closed(desktop.notices.get(), &DesktopNotices::closed);
    desktop.notices->show(notice(u"While loops"_s));
    REQUIRE(desktop.shows(1));
    REQUIRE(desktop.becomes(Offer::Shown));
    const uint id = desktop.service.shown[0].id;
    desktop.service.choose(id + 1); // of another program
    QTest::qWait(100);
    CHECK(chosen.isEmpty());
    desktop.service.choose(id, u"a-token"_s);
    REQUIRE(QTest::qWaitFor([&] { return closed.size() == 1; }));
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0][0].toString() == u"a-token"_s);
    desktop.service.choose(id); // it is gone
    QTest::qWait(100);
    CHECK(chosen.size() == 1);
    desktop.notices->show(notice(u"Lists"_s));
    REQUIRE(desktop.shows(2));
    CHECK(desktop.service.shown[1].replaces == 0);
}

TEST_CASE("a desktop without a service is found by asking, and one that comes later too", "[desktop]")
{
    Desktop desktop(false);
    CHECK(desktop.notices->offer() == Offer::Unknown);
    desktop.notices->show(notice(u"Nobody sees this"_s));
    REQUIRE(desktop.becomes(Offer::Missing));
    REQUIRE(desktop.service.start());
    REQUIRE(desktop.becomes(Offer::Shown));
    QTest::qWait(100);
    CHECK(desktop.service.shown.empty()); // no news any more
    desktop.notices->show(notice(u"This is"_s));
    REQUIRE(desktop.shows(1));
    // And one that goes.
    QSignalSpy closed(desktop.notices.get(), &DesktopNotices::closed);
    REQUIRE(QTest::qWaitFor([&] {
        desktop.notices->show(notice(u"Again"_s));
        return desktop.service.shown.back().replaces != 0;
    }));
    desktop.service.stop();
    REQUIRE(QTest::qWaitFor([&] { return closed.size() == 1; }));
    desktop.notices->ask();
    CHECK(desktop.becomes(Offer::Missing));

    BusNotices nowhere(QDBusConnection(u"no such bus"_s));
    nowhere.show(notice(u"T"_s));
    CHECK(nowhere.offer() == Offer::Missing);
    nowhere.withdraw();
}

TEST_CASE("a service that hangs costs nobody time", "[desktop]")
{
    Desktop desktop;
    desktop.service.silent = true;
    QElapsedTimer timer;
    timer.start();
    desktop.notices->ask();
    desktop.notices->show(notice(u"T"_s));
    desktop.notices->withdraw();
    desktop.notices->show(notice(u"T"_s));
    CHECK(timer.elapsed() < 100);
    REQUIRE(desktop.becomes(Offer::Missing));
    desktop.service.silent = false;
    desktop.notices->show(notice(u"It answers again"_s));
    REQUIRE(desktop.shows(1));
    // It hangs with a notice on its way.
    REQUIRE(desktop.becomes(Offer::Shown));
    desktop.service.silent = true;
    timer.restart();
    desktop.notices->show(notice(u"Lost"_s));
    desktop.notices.reset(); // as at the end of the program
    CHECK(timer.elapsed() < 100);
}

TEST_CASE("what is withdrawn while it is on its way goes as soon as it is there", "[desktop]")
{
    Desktop desktop;
    desktop.notices->ask();
    REQUIRE(desktop.becomes(Offer::Shown));
    desktop.notices->show(notice(u"T"_s));
    desktop.notices->withdraw();
    REQUIRE(desktop.closes(1));
    CHECK(desktop.service.shown.size() == 1);
    // At the end of the program nobody hears of a click any more.
    desktop.notices->show(notice(u"T"_s));
    REQUIRE(desktop.shows(2));
    QTest::qWait(100);
    desktop.notices.reset();
    CHECK(desktop.closes(2));
}

TEST_CASE("a screen without a tray says so", "[desktop]")
{
    TrayNotices notices;
    CHECK(notices.offer() == Offer::Unknown);
    QSignalSpy changed(&notices, &DesktopNotices::offerChanged);
    notices.show(notice(u"T"_s));
    CHECK(notices.offer() == Offer::Missing); // the test's screen is offscreen
    CHECK(changed.size() == 1);
    notices.withdraw();
}
