#pragma once

#include "domain/forum.h"
#include "domain/forum_limits.h"
#include "domain/ports/forum_copy.h"
#include "store/database.h"

namespace studio::store {

/// The tables of the forum in cache.db: what a pull puts there, and the person's own marks beside it. Each
/// function inside a transaction, on the thread of the connection.
class ForumCache final
{
public:
    explicit ForumCache(Database &db)
        : m_db(db)
    {
    }

    Result<> putForums(const std::vector<ForumInfo> &forums);
    Result<std::vector<TopicSeen>> putTopics(const std::vector<ForumTopic> &topics);
    Result<std::optional<TopicSeen>> topicSeen(qint64 topicId);
    Result<> putPosts(qint64 topicId, const std::vector<ForumPost> &posts, bool tell);
    Result<> keepOnlyPosts(qint64 topicId, const std::vector<qint64> &ids);
    Result<> setComplete(qint64 topicId, const QDateTime &lastPostUtc);
    Result<> removePost(qint64 postId);
    Result<> removeTopic(qint64 topicId);
    Result<> beginListing();
    Result<std::vector<qint64>> topicsNotListed(int most);
    Result<std::vector<qint64>> topicsToFetch(int most, const QDateTime &now);
    Result<int> countToFetch(const QDateTime &now);
    Result<> noteOpened(qint64 topicId, const QDateTime &now);
    Result<> putSubscriptions(const std::vector<qint64> &topicIds);
    Result<> putNotifications(const NotificationsGiven &given);
    Result<std::vector<qint64>> notificationsKnown(const std::vector<qint64> &ids);
    Result<> putBlogPosts(const std::vector<BlogPost> &posts);
    Result<> putBlogText(const QString &slug, const QString &markdown);
    Result<QStringList> blogTextsToFetch(int most);

    Result<QByteArray> state(const QString &key); ///< Empty when unset.
    Result<> setState(const QString &key, const QByteArray &value);
    Result<qint64> number(const QString &key); ///< A state that is one; 0 when unset.
    Result<> setNumber(const QString &key, qint64 value);

    // The person's own, as the work has it.
    Result<> setReadTo(qint64 topicId, qint64 postId); ///< Forwards and back.
    Result<> setBookmarked(qint64 topicId, qint64 postId, bool bookmarked); ///< postId 0: the topic.
    Result<> setWanted(qint64 topicId, std::optional<bool> subscribed);
    Result<> setOwnUser(qint64 userId);
    Result<> setNotificationsRead();
    /// For each topic of the forum (0: all) with unread posts, up to which it would be read then.
    Result<std::vector<ReadMark>> marksToReadAll(qint64 forumId);
    Result<> setAllSeen(qint64 topicId); ///< Also what is not here yet; before setReadTo().
    Result<> setBaseline(const QDateTime &utc); ///< What is older counts as read.
    Result<> recountAll();

    /// Throws posts away until the limits hold, the topics longest silent first.
    Result<> applyLimits(const ForumLimits &limits, const QDateTime &now);

private:
    Result<> putUser(const ForumUser &user);
    Result<> takeOwn(qint64 topicId);
    Result<> recount(qint64 topicId);
    Result<> tellOf(qint64 topicId, const ForumPost &post);
    Result<qint64> usedBytes();
    Result<> dropPosts(qint64 topicId);

    Database &m_db;
};

} // namespace studio::store
