#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "forum_window.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

TEST_CASE("a topic is read in the window, and a reply written offline arrives once", "[studio][forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    ForumWindow all(profile);
    Pilot &pilot = all.pilot;
    const ForumTopic topic = all.openTopic();
    REQUIRE(pilot.goTo({u"forum"_s, {}, u"topic/%1"_s.arg(topic.id)}));
    auto *list = all.find<QListView>(u"topicView"_s);
    REQUIRE(list);
    REQUIRE(
        pilot.waitFor([list] { return list->model() && list->model()->rowCount() == 12; }, u"the list"_s));
    // What was on the screen is marked as read.
    REQUIRE(topic.unread > 0);
    REQUIRE(pilot.waitFor(
        [&] {
            const auto now = all.wait(all.forum->topic(topic.id), u"the topic"_s);
            return now && *now && (*now)->unread < topic.unread;
        },
        u"the topic is read"_s));

    // Offline: what is typed waits.
    all.server.setFaults({QJsonObject{{u"kind"_s, u"close_before"_s}}});
    const QString text = u"I count from zero, and then it works."_s;
    QTest::keyClick(list, Qt::Key_R);
    auto *composer = all.find<QPlainTextEdit>(u"composerText"_s);
    REQUIRE(composer);
    REQUIRE(pilot.waitFor([composer] { return composer->hasFocus(); }, u"the composer"_s));
    QTest::keyClicks(composer, text);
    QTest::keyClick(composer, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(pilot.waitFor(
        [&] {
            const auto writings = all.wait(all.forum->writings(), u"what waits"_s);
            return writings && writings->size() == 1 && writings->front().text == text;
        },
        u"the reply waits"_s));
    CHECK(all.there(text) == 0);

    // Online again, but the first two answers get lost.
    all.server.setFaults(
        {QJsonObject{{u"kind"_s, u"drop_answer"_s}, {u"path"_s, u"/reply/"_s}, {u"times"_s, 1}}});
    REQUIRE(pilot.waitFor(
        [&] {
            static_cast<void>(all.wait(all.platform->syncNow(), u"sending"_s));
            const auto waiting = all.wait(all.platform->waiting(), u"what waits"_s);
            return waiting && waiting->empty();
        },
        u"everything is sent"_s, 90'000));
    CHECK(all.there(text) == 1);
    all.pull();
    CHECK(all.wait(all.forum->writings(), u"what waits"_s)->empty());
    if (const QString pictures = qEnvironmentVariable("STUDIO_FORUM_PICTURE"); !pictures.isEmpty()) {
        QTest::qWait(2000);
        pilot.savePicture(pictures);
    }
    CHECK(pilot.failure().isEmpty());
}

TEST_CASE("what the settings say is kept of the forum, and one's own stays", "[studio][forum]")
{
    ForumWindow all(u"deployed"_s);
    Pilot &pilot = all.pilot;
    const auto loaded = [&all] {
        int posts = 0;
        const auto page = all.wait(all.forum->topics({}), u"the topics"_s);
        REQUIRE(page);
        for (const ForumTopic &each : page->topics) {
            posts += each.loaded;
        }
        return posts;
    };
    REQUIRE(loaded() == 60);
    const ForumTopic mine = all.openTopic();
    REQUIRE(all.wait(all.forum->setTopicBookmarked(mine.id, true), u"the bookmark"_s));
    REQUIRE(pilot.goTo({u"settings"_s, {}, {}}));
    QSpinBox *days = nullptr;
    for (QSpinBox *each : pilot.window().findChildren<QSpinBox *>()) {
        days = each->accessibleName().startsWith(u"Keep topics"_s) ? each : days;
    }
    REQUIRE(days);
    CHECK(days->text() == u"All, however old"_s);
    CHECK_FALSE(all.find<QLabel>(u"forumSchoolLimits"_s)->isVisible());
    days->setFocus();
    QTest::keyClick(days, Qt::Key_Up);
    CHECK(days->value() == 30);
    days->setValue(1);
    // The topics of the test platform were written long ago.
    REQUIRE(pilot.waitFor([&loaded] { return loaded() < 60; }, u"old posts go"_s));
    CHECK(all.wait(all.forum->topic(mine.id), u"the topic"_s).value()->bookmarked);
    days->setValue(0);
    all.pull();
    REQUIRE(pilot.waitFor([&loaded] { return loaded() == 60; }, u"they come again"_s));
}
