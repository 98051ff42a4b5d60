#pragma once

#include "domain/forum.h"
#include "domain/forum_limits.h"
#include "domain/result.h"

#include <QFuture>

namespace studio {

/// The forum on this computer as services and commands use it: the copy that can be fetched again, and what
/// is the person's own (read marks, bookmarks, what they wrote), which is kept with their work.
///
/// Every call returns at once. Reads go past writes of a pull and see the last complete step of it. Future
/// errors are those of the own disk.
class ForumStore
{
    Q_DISABLE_COPY_MOVE(ForumStore)

public:
    ForumStore() = default;
    virtual ~ForumStore() = default;

    // The copy.
    virtual QFuture<Result<std::vector<ForumInfo>>> forums() = 0; ///< A category before its forums, in order.
    virtual QFuture<Result<TopicPage>> topics(const TopicQuery &query) = 0;
    virtual QFuture<Result<std::optional<ForumTopic>>> topic(qint64 topicId) = 0;
    virtual QFuture<Result<PostWindow>> posts(qint64 topicId, int first, int count) = 0;
    virtual QFuture<Result<std::optional<ForumPost>>> post(qint64 postId) = 0;
    virtual QFuture<Result<std::optional<PostPlace>>> placeOf(qint64 postId) = 0;
    /// The first unread post of the next topic with one after `topicId` in order of activity, of this forum
    /// (0: all); starts again at the front. Nothing: all is read.
    virtual QFuture<Result<std::optional<PostPlace>>> nextUnread(qint64 topicId, qint64 forumId) = 0;
    virtual QFuture<Result<int>> unreadTopics() = 0;
    /// Topics that belong to an exercise, last activity first.
    virtual QFuture<Result<std::vector<ForumTopic>>> topicsOfExercise(const QString &courseId,
                                                                      const QString &exerciseId)
        = 0;
    virtual QFuture<Result<std::vector<ForumPost>>> recentPosts(int count) = 0; ///< Newest first.
    virtual QFuture<Result<ForumUserCard>> userCard(qint64 userId) = 0; ///< Counted from what is here.
    virtual QFuture<Result<std::vector<ForumNotification>>> notifications() = 0; ///< Newest first.
    virtual QFuture<Result<std::vector<BlogPost>>> blogPosts() = 0; ///< Newest first, without text.
    virtual QFuture<Result<std::optional<BlogPost>>> blogPost(const QString &slug) = 0;
    virtual QFuture<Result<qint64>> sizeInBytes() = 0; ///< Of the copy on disk.

    // The person's own. Saved in the work, then seen in the copy.
    virtual QFuture<Result<>> markRead(const ReadMark &mark) = 0; ///< Never takes a mark back.
    virtual QFuture<Result<>> markUnread(qint64 topicId, qint64 postId) = 0; ///< From this post on.
    /// Of one forum (0: all). Gives the marks as they were, for undo by restoreMarks().
    virtual QFuture<Result<std::vector<ReadMark>>> markAllRead(qint64 forumId) = 0;
    virtual QFuture<Result<>> restoreMarks(const std::vector<ReadMark> &marks) = 0;
    virtual QFuture<Result<>> setTopicBookmarked(qint64 topicId, bool bookmarked) = 0;
    virtual QFuture<Result<>> setPostBookmarked(qint64 topicId, qint64 postId, bool bookmarked) = 0;
    virtual QFuture<Result<std::vector<PostPlace>>> bookmarkedPosts() = 0; ///< Newest first.
    virtual QFuture<Result<>> markNotificationsRead() = 0;
    virtual QFuture<Result<>> markBlogPostRead(const QString &slug) = 0;

    // Writing. Each is one transaction, and on disk when its future ends.
    /// Into the outbox. Subscribe and Unsubscribe take each other's place. Gives it with seq and operationId.
    virtual QFuture<Result<ForumWriting>> queue(const ForumWriting &writing) = 0;
    /// Everything that waits, is being sent, needs the person, or was sent and is not seen in the copy yet;
    /// in the order in which it was made.
    virtual QFuture<Result<std::vector<ForumWriting>>> writings() = 0;
    /// Another subject and text for what waits or needs the person (then it waits again). NotFound: it is
    /// being sent, or gone by now.
    virtual QFuture<Result<ForumWriting>> rewrite(const ForumWriting &writing) = 0;
    /// Takes back what waits or needs the person. NotFound as above. The caller keeps the text for undo.
    virtual QFuture<Result<>> withdraw(const ForumWriting &writing) = 0;

    virtual QFuture<Result<>> setLimits(const ForumLimits &limits) = 0; ///< Applied at once.
    virtual QFuture<Result<>> rebuild() = 0; ///< Throws the copy away; what is the person's own stays.

    /// Called on the store's thread after the copy or the writings changed. Set before work begins.
    virtual void onChanged(std::function<void()> call) = 0;
};

} // namespace studio
