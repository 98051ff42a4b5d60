#pragma once

#include "domain/forum_limits.h"
#include "domain/ports/forum_copy.h"
#include "domain/ports/forum_store.h"

namespace studio::store {

class ForumCore;

/// ForumStore over cache.db and the person's work. What is their own is in the work before it is in the copy.
class SqliteForumStore final : public ForumStore
{
    Q_DISABLE_COPY_MOVE(SqliteForumStore)

public:
    explicit SqliteForumStore(ForumCore &core);
    ~SqliteForumStore() override;

    QFuture<Result<std::vector<ForumInfo>>> forums() override;
    QFuture<Result<TopicPage>> topics(const TopicQuery &query) override;
    QFuture<Result<std::optional<ForumTopic>>> topic(qint64 topicId) override;
    QFuture<Result<PostWindow>> posts(qint64 topicId, int first, int count) override;
    QFuture<Result<std::optional<ForumPost>>> post(qint64 postId) override;
    QFuture<Result<std::optional<PostPlace>>> placeOf(qint64 postId) override;
    QFuture<Result<std::optional<PostPlace>>> nextUnread(qint64 topicId, qint64 forumId) override;
    QFuture<Result<int>> unreadTopics() override;
    QFuture<Result<std::vector<ForumTopic>>> topicsOfExercise(const QString &courseId,
                                                              const QString &exerciseId) override;
    QFuture<Result<std::vector<ForumPost>>> recentPosts(int count) override;
    QFuture<Result<ForumUserCard>> userCard(qint64 userId) override;
    QFuture<Result<std::vector<ForumNotification>>> notifications() override;
    QFuture<Result<std::vector<BlogPost>>> blogPosts() override;
    QFuture<Result<std::optional<BlogPost>>> blogPost(const QString &slug) override;
    QFuture<Result<qint64>> sizeInBytes() override;

    QFuture<Result<>> markRead(const ReadMark &mark) override;
    QFuture<Result<>> markUnread(qint64 topicId, qint64 postId) override;
    QFuture<Result<std::vector<ReadMark>>> markAllRead(qint64 forumId) override;
    QFuture<Result<>> restoreMarks(const std::vector<ReadMark> &marks) override;
    QFuture<Result<>> setTopicBookmarked(qint64 topicId, bool bookmarked) override;
    QFuture<Result<>> setPostBookmarked(qint64 topicId, qint64 postId, bool bookmarked) override;
    QFuture<Result<std::vector<PostPlace>>> bookmarkedPosts() override;
    QFuture<Result<>> markNotificationsRead() override;
    QFuture<Result<>> markBlogPostRead(const QString &slug) override;

    QFuture<Result<ForumWriting>> queue(const ForumWriting &writing) override;
    QFuture<Result<std::vector<ForumWriting>>> writings() override;
    QFuture<Result<ForumWriting>> rewrite(const ForumWriting &writing) override;
    QFuture<Result<>> withdraw(const ForumWriting &writing) override;

    QFuture<Result<>> setLimits(const ForumLimits &limits) override;
    QFuture<Result<>> rebuild() override;
    void onChanged(std::function<void()> call) override;

private:
    ForumCore &m_core;
};

/// ForumCopy over the same. Must not be called on the stores' own threads.
class SqliteForumCopy final : public ForumCopy
{
    Q_DISABLE_COPY_MOVE(SqliteForumCopy)

public:
    explicit SqliteForumCopy(ForumCore &core);
    ~SqliteForumCopy() override;

    Result<> putForums(const std::vector<ForumInfo> &forums) override;
    Result<std::vector<TopicSeen>> putTopics(const std::vector<ForumTopic> &topics) override;
    Result<std::optional<TopicSeen>> topicSeen(qint64 topicId) override;
    Result<> putPosts(qint64 topicId, const std::vector<ForumPost> &posts, bool tell) override;
    Result<> keepOnlyPosts(qint64 topicId, const std::vector<qint64> &ids) override;
    Result<> setComplete(qint64 topicId, const QDateTime &lastPostUtc) override;
    Result<> removePost(qint64 postId) override;
    Result<> removeTopic(qint64 topicId) override;
    Result<> beginListing() override;
    Result<std::vector<qint64>> topicsNotListed(int most) override;
    Result<std::vector<qint64>> topicsToFetch(int most) override;
    Result<int> countToFetch() override;
    Result<> noteOpened(qint64 topicId) override;
    Result<> putSubscriptions(const std::vector<qint64> &topicIds) override;
    Result<> putNotifications(const NotificationsGiven &given) override;
    Result<std::vector<qint64>> notificationsKnown(const std::vector<qint64> &ids) override;
    Result<std::vector<SentText>> sentTexts(int most) override;
    Result<> noteShown(const SentText &sent, bool shown) override;
    Result<> putBlogPosts(const std::vector<BlogPost> &posts) override;
    Result<> putBlogText(const QString &slug, const QString &markdown) override;
    Result<QStringList> blogTextsToFetch(int most) override;
    Result<QByteArray> cursor(const QString &name) override;
    Result<> setCursor(const QString &name, const QByteArray &value) override;
    Result<> applyLimits() override;
    Result<> setOwnUser(qint64 userId) override;

private:
    template<typename Step>
    auto inWork(Step step);

    ForumCore &m_core;
};

} // namespace studio::store
