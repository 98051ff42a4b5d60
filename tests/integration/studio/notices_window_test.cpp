#include "services/settings_service.h"
#include "support/desktop_bus.h"

#include <QCheckBox>
#include <QLabel>
#include <QTest>

#include "desktop/bus_notices.h"
#include "forum_window.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The program on a desktop with a message bus, in front of a real platform.
struct NoticesWindow
{
    explicit NoticesWindow(bool withService = true)
    {
        if (withService) {
            REQUIRE(service.start());
        }
    }

    void answer(qint64 topic, const QString &text) ///< By Grace.
    {
        const QJsonObject fields{{u"topic_id"_s, topic}, {u"poster_id"_s, 1}, {u"content"_s, text}};
        all.server.post(u"/admin"_s,
                        {{u"action"_s, u"create"_s}, {u"kind"_s, u"post"_s}, {u"fields"_s, fields}});
        const QString now = QDateTime::currentDateTimeUtc().addSecs(++seconds).toString(Qt::ISODateWithMs);
        all.server.post(u"/admin"_s,
                        {{u"action"_s, u"change"_s},
                         {u"kind"_s, u"topic"_s},
                         {u"id"_s, topic},
                         {u"fields"_s, QJsonObject{{u"last_post_on"_s, now}}}});
        all.pull();
    }

    void follow(const ForumTopic &topic)
    {
        ForumWriting writing;
        writing.kind = WritingKind::Subscribe;
        writing.topicId = topic.id;
        REQUIRE(all.wait(all.forum->queue(writing), u"the subscription"_s));
        static_cast<void>(all.wait(all.platform->syncNow(), u"sending"_s));
        all.pull();
    }

    QCheckBox *setting() ///< Its page is opened.
    {
        REQUIRE(all.pilot.goTo({u"settings"_s, {}, {}}));
        auto *box = all.find<QCheckBox>(u"forumNotices"_s);
        REQUIRE(box);
        return box;
    }

    bool shows(std::size_t count)
    {
        return all.pilot.waitFor([this, count] { return service.shown.size() >= count; }, u"the notice"_s);
    }

    DesktopBus bus;
    QDBusConnection connection = bus.connect();
    NotificationService service{connection};
    desktop::BusNotices notices{bus.connect(), 300ms};
    ForumWindow all{u"deployed"_s, &notices};
    int seconds = 0;
};

} // namespace

TEST_CASE("an answer in a followed topic is told on the desktop by choice, and a click opens it",
          "[studio][notices]")
{
    NoticesWindow room;
    Pilot &pilot = room.all.pilot;
    const ForumTopic topic = room.all.openTopic();
    room.follow(topic);
    QCheckBox *box = room.setting();
    REQUIRE(pilot.waitFor([box] { return box->isVisible(); }, u"the switch"_s));
    CHECK_FALSE(box->isChecked());
    room.answer(topic.id, u"Not told: nobody chose it."_s);
    QTest::qWait(2500);
    CHECK(room.service.shown.empty());

    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    REQUIRE(box->isChecked());
    room.answer(topic.id, u"Count <b>from zero</b>."_s);
    REQUIRE(room.shows(1));
    CHECK(room.service.shown[0].title == topic.subject);
    CHECK(room.service.shown[0].text.endsWith(u": Count &lt;b&gt;from zero&lt;/b&gt;."_s));
    room.service.choose(room.service.shown[0].id);
    REQUIRE(
        pilot.waitFor([&] { return pilot.window().page()->place().itemId == u"topic/%1"_s.arg(topic.id); },
                      u"the topic"_s));

    // It is open, and in front: what comes into it is seen there.
    pilot.window().activateWindow();
    if (pilot.waitFor([&] { return pilot.window().isActiveWindow(); }, u"the window in front"_s, 3000)) {
        room.answer(topic.id, u"Seen in the window."_s);
        QTest::qWait(2500);
        CHECK(room.service.shown.size() == 1);
        CHECK(pilot.failure().isEmpty());
    }
}

TEST_CASE("where the desktop shows no notices the settings say so, and there is no dead switch",
          "[studio][notices]")
{
    NoticesWindow room(false);
    Pilot &pilot = room.all.pilot;
    const QCheckBox *box = room.setting();
    auto *none = room.all.find<QLabel>(u"forumNoNotices"_s);
    REQUIRE(none);
    REQUIRE(pilot.waitFor([&] { return none->isVisible() && !box->isVisible(); }, u"the sentence"_s));
    REQUIRE(room.service.start());
    REQUIRE(pilot.waitFor([&] { return !none->isVisible() && box->isVisible(); }, u"the switch"_s));
    room.service.stop();
    REQUIRE(pilot.waitFor([&] { return none->isVisible() && !box->isVisible(); }, u"the sentence again"_s));
    CHECK(pilot.failure().isEmpty());
}
