#pragma once

#include "domain/ports/forum_store.h"
#include "store/database.h"

namespace studio::store {

/// What is read of the forum's copy. On the thread of its connection; changes nothing.
class ForumReading final
{
public:
    explicit ForumReading(Database &db)
        : m_db(db)
    {
    }

    Result<std::vector<ForumInfo>> forums();
    Result<TopicPage> topics(const TopicQuery &query);
    Result<std::optional<ForumTopic>> topic(qint64 topicId);
    Result<PostWindow> posts(qint64 topicId, int first, int count);
    Result<std::optional<ForumPost>> post(qint64 postId);
    Result<std::optional<PostPlace>> placeOf(qint64 postId);
    Result<std::optional<PostPlace>> nextUnread(qint64 topicId, qint64 forumId);
    Result<int> unreadTopics();
    Result<std::vector<ForumTopic>> topicsOfExercise(const QString &courseId, const QString &exerciseId);
    Result<std::vector<ForumPost>> recentPosts(int count);
    Result<ForumUserCard> userCard(qint64 userId);
    Result<std::vector<ForumNotification>> notifications();
    Result<std::vector<BlogPost>> blogPosts();
    Result<std::optional<BlogPost>> blogPost(const QString &slug);

private:
    Result<int> indexOf(qint64 topicId, qint64 postId);
    Result<qint64> firstUnread(qint64 topicId); ///< Id of a post; 0: none is here.

    Database &m_db;
};

} // namespace studio::store
