#pragma once

#include "domain/ports/forum_platform.h"
#include "domain/ports/forum_store.h"
#include "main/core.h"
#include "support/hosted_server.h"
#include "support/pilot.h"
#include "ui/shell/main_window.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace studio::test {

/// The whole program in front of a real platform, signed in, with the forum on this computer.
struct ForumWindow
{
    explicit ForumWindow(const QString &profile, DesktopNotices *notices = nullptr)
        : server(profile, {QStringLiteral("--faults")})
        , pilot(data.path(), {}, false, notices)
        , platform(*pilot.core().platform())
        , forum(*pilot.core().forum())
    {
        SignIn request;
        request.server = server.origin();
        request.name = QStringLiteral("ada");
        request.password = QStringLiteral("Ada!Example1");
        request.keepIn = VaultKind::Memory;
        const auto account = wait(platform->signIn(request), QStringLiteral("the sign-in"));
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

    void pull() { REQUIRE(wait((*pilot.core().forumPlatform())->pull(), QStringLiteral("the pull"))); }

    ForumTopic openTopic()
    {
        const auto page = wait(forum->topics({}), QStringLiteral("the topics"));
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
        for (const QJsonValue &post : server.state(QStringLiteral("ada"))[QLatin1String("posts")].toArray()) {
            count += post[QLatin1String("content")].toString() == text ? 1 : 0;
        }
        return count;
    }

    QTemporaryDir data;
    HostedServer server;
    Pilot pilot;
    Platform *platform;
    ForumStore *forum;
};

} // namespace studio::test
