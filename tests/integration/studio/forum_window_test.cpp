#include "domain/ports/forum_platform.h"
#include "domain/ports/forum_store.h"
#include "main/core.h"
#include "support/hosted_server.h"
#include "support/pilot.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

/// The whole program in front of a real platform, signed in, with the forum on this computer.
struct ForumWindow
{
    explicit ForumWindow(const QString &profile)
        : server(profile, {u"--faults"_s})
        , pilot(data.path())
        , platform(*pilot.core().platform())
        , forum(*pilot.core().forum())
    {
        SignIn request;
        request.server = server.origin();
        request.name = u"ada"_s;
        request.password = u"Ada!Example1"_s;
        request.keepIn = VaultKind::Memory;
        const auto account = wait(platform->signIn(request), u"the sign-in"_s);
        INFO((account ? std::string() : account.error().message.toStdString()));
        REQUIRE(account);
        pull();
    }

    template<typename Value>
    Value wait(QFuture<Value> future, const QString &what)
    {
        REQUIRE(pilot.waitFor([&future] { return future.isFinished(); }, what));
        return future.result();
    }

    void pull() { REQUIRE(wait((*pilot.core().forumPlatform())->pull(), u"the pull"_s)); }

    ForumTopic openTopic()
    {
        const auto page = wait(forum->topics({}), u"the topics"_s);
        REQUIRE(page);
        for (const ForumTopic &each : page->topics) {
            if (!each.locked) {
                return each;
            }
        }
        FAIL("all topics are locked");
        return {};
    }

    template<typename Widget>
    Widget *find(const QString &name)
    {
        return pilot.window().findChild<Widget *>(name);
    }

    int there(const QString &text) const
    {
        int count = 0;
        for (const QJsonValue &post : server.state(u"ada"_s)["posts"_L1].toArray()) {
            count += post["content"_L1].toString() == text ? 1 : 0;
        }
        return count;
    }

    QTemporaryDir data;
    HostedServer server;
    Pilot pilot;
    Platform *platform;
    ForumStore *forum;
};

} // namespace

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
