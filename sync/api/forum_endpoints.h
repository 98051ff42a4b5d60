#pragma once

#include "domain/ports/forum_platform.h"
#include "sync/api/endpoints.h"

namespace studio::sync {

/// The requests of the forum, the notifications and the blog. What works of both versions of the forum's API,
/// and nothing that counts as a view: contract 8.2. Lists are asked for by the hundred, pages count from 1.
class ForumEndpoints
{
public:
    explicit ForumEndpoints(const Endpoints &endpoints)
        : m_server(endpoints.server())
    {
    }

    static constexpr int kPageSize = 100;

    // Reading.
    HttpRequest forums() const;
    /// By last activity. `forumId` 0: of all forums. `updatedSinceUtc`: heeded by a repaired platform only.
    HttpRequest topics(qint64 forumId, int page, const QDateTime &updatedSinceUtc = {}) const;
    HttpRequest topic(qint64 topicId) const;
    HttpRequest posts(qint64 topicId, int page,
                      const QDateTime &updatedSinceUtc = {}) const; ///< Oldest first.
    HttpRequest headPost(qint64 topicId) const; ///< The same list, with one post.
    HttpRequest post(qint64 postId) const;
    HttpRequest subscriptions(qint64 userId, int page) const;
    HttpRequest notifications(int page) const;
    HttpRequest userCard(qint64 userId) const;
    HttpRequest blogPosts() const; ///< One page with all.
    HttpRequest blogPost(const QString &slug) const;

    // Writing. What makes something new goes over a connection of its own.
    HttpRequest newTopic(qint64 forumId, const QString &subject, const QString &text) const;
    HttpRequest reply(qint64 topicId, const QString &text) const;
    HttpRequest editPost(qint64 postId, const QString &text) const;
    HttpRequest editSubject(qint64 topicId, const QString &subject) const;
    HttpRequest deletePost(qint64 postId) const;
    HttpRequest deleteTopic(qint64 topicId) const;
    HttpRequest subscribe(qint64 topicId) const;
    HttpRequest unsubscribe(qint64 topicId) const;

    // Moderating.
    HttpRequest moderate(const ModerationAction &action) const;
    HttpRequest moderationQueue() const;
    HttpRequest review(qint64 queueId, bool approve, const QString &notes) const;

private:
    HttpRequest get(const QByteArray &path) const;
    HttpRequest send(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const;

    QByteArray m_server;
};

} // namespace studio::sync
