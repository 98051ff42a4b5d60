#pragma once

#include "domain/forum.h"
#include "domain/forum_limits.h"
#include "domain/outbox.h"
#include "domain/ports/forum_copy.h"
#include "domain/result.h"

#include <QSet>

namespace studio::store {

struct StoreCore;

struct ForumBookmark
{
    qint64 topicId = 0;
    qint64 postId = 0; ///< 0: the topic.
    QDateTime atUtc;
};

/// What is the person's own in the forum, in the work. Each function inside a transaction on the work's
/// thread.
class ForumWork final
{
public:
    explicit ForumWork(StoreCore &core)
        : m_core(core)
    {
    }

    Result<std::vector<ReadMark>> marks();
    Result<qint64> mark(qint64 topicId); ///< 0: none.
    Result<> setMark(const ReadMark &mark); ///< Forwards and back.
    Result<std::vector<ForumBookmark>> bookmarks();
    Result<> setBookmark(qint64 topicId, qint64 postId, bool bookmarked);

    Result<ForumWriting> queue(const ForumWriting &writing);
    Result<std::vector<ForumWriting>>
    writings(); ///< As ForumStore, with all that was sent and not marked seen.
    Result<ForumWriting> rewrite(const ForumWriting &writing); ///< NotFound
    Result<> withdraw(const ForumWriting &writing); ///< NotFound
    Result<> markSeen(const QByteArray &operationId);
    /// All of it was fetched since: a text without a post of its own that is not there is gone again. What
    /// became of the others sentTexts() asks.
    Result<> markTopicSeen(qint64 topicId);
    Result<> markGone(qint64 topicId, qint64 postId); ///< Deleted: nobody asks for it any more. 0: any.
    Result<std::vector<SentText>> sentTexts(int most);
    Result<> noteShown(const QByteArray &operationId, bool shown);

    Result<QDateTime> firstPull(); ///< When the forum was first asked for: now, the first time.
    Result<ForumLimits> limits();
    Result<> setLimits(const ForumLimits &limits);
    Result<QDateTime> notificationsReadTo(); ///< Invalid: never.
    Result<> setNotificationsRead();
    Result<QSet<QString>> readBlogPosts();
    Result<> setBlogPostRead(const QString &slug);

    // For the sync side.
    Result<> noteSent(const OutboxEntry &entry, qint64 topicId, qint64 postId);
    Result<bool> isPostOurs(qint64 postId);
    Result<bool> isTopicOurs(qint64 topicId);

private:
    Result<QByteArray> state(const char *key);
    Result<> setState(const char *key, const QByteArray &value);
    Result<ForumWriting> find(qint64 seq);
    Result<> forgetHeld(const QByteArray &operationId); ///< NotFound: it is not held.
    Result<ForumWriting> conflict(qint64 id); ///< NotFound; also for what is no post's.

    StoreCore &m_core;
};

} // namespace studio::store
