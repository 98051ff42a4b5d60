#pragma once

#include "support/computer.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

/// A signed-in computer with the forum pulled once.
struct ForumReader
{
    explicit ForumReader(const QString &profile, const QString &user = QStringLiteral("ada"))
        : server(profile)
        , computer(server, time, data.path(), user)
    {
        REQUIRE(computer.signIn(user));
        pull();
    }

    void pull()
    {
        const auto done = await(computer.platform().forum().pull());
        INFO((done ? std::string() : done.error().message.toStdString()));
        REQUIRE(done);
    }

    /// Sends until nothing waits: a fault in the way is met again, until it is used up.
    void sendAll()
    {
        for (int turn = 0; turn < 40; ++turn) {
            static_cast<void>(await(computer.platform().syncNow()));
            const auto waiting = await(computer.platform().waiting());
            REQUIRE(waiting);
            if (waiting->empty()) {
                return;
            }
            time.pass(std::chrono::minutes(20));
            QElapsedTimer pause;
            pause.start();
            while (pause.elapsed() < 300) {
                QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            }
        }
        FAIL("something waits for ever");
    }

    studio::ForumWriting queue(studio::WritingKind kind, const QString &text, qint64 topic = 0,
                               qint64 post = 0)
    {
        studio::ForumWriting writing;
        writing.kind = kind;
        writing.topicId = topic;
        writing.postId = post;
        writing.text = text;
        if (kind == studio::WritingKind::NewTopic) {
            writing.subject = QStringLiteral("Why is the last item missing?");
            writing.forumId = topics().front().forumId;
        }
        if (kind == studio::WritingKind::EditPost) {
            const auto seen = await(computer.forum().post(post));
            REQUIRE(seen);
            REQUIRE(*seen);
            writing.seenText = (*seen)->text;
            writing.seenUpdatedUtc = (*seen)->updatedUtc;
        }
        const auto queued = await(computer.forum().queue(writing));
        INFO((queued ? std::string() : queued.error().message.toStdString()));
        REQUIRE(queued);
        return *queued;
    }

    std::vector<studio::ForumTopic> topics(studio::TopicFilter filter = studio::TopicFilter::All)
    {
        studio::TopicQuery query;
        query.filter = filter;
        const auto page = await(computer.forum().topics(query));
        REQUIRE(page);
        return page->topics;
    }

    qint64 openTopic() ///< That can be answered.
    {
        for (const studio::ForumTopic &each : topics()) {
            if (!each.locked) {
                return each.id;
            }
        }
        FAIL("all topics are locked");
        return 0;
    }

    std::vector<studio::ForumPost> posts(qint64 topic)
    {
        const auto window = await(computer.forum().posts(topic, 0, 500));
        REQUIRE(window);
        return window->posts;
    }

    std::vector<studio::ForumWriting> writings()
    {
        const auto all = await(computer.forum().writings());
        REQUIRE(all);
        return *all;
    }

    int there(const QString &text) const ///< How often the platform's database holds it.
    {
        int count = 0;
        for (const QJsonValue &post : server.state(QStringLiteral("ada"))[QLatin1String("posts")].toArray()) {
            count += post[QLatin1String("content")].toString() == text ? 1 : 0;
        }
        return count;
    }

    QTemporaryDir data;
    TestTime time;
    HostedServer server;
    Computer computer;
};
