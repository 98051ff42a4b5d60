#pragma once

#include "domain/forum.h"
#include "domain/forum_limits.h"
#include "domain/result.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

namespace studio {

/// What a moderator does with a topic.
struct ModerationAction
{
    enum class Kind { Lock, Unlock, Pin, Unpin, Move, Delete };

    Kind kind = Kind::Lock;
    qint64 topicId = 0;
    qint64 forumId = 0; ///< Move: where to.
};

/// A post that waits for a moderator.
struct QueuedPost
{
    qint64 id = 0; ///< Of the queue's entry.
    qint64 postId = 0;
    qint64 topicId = 0;
    QString subject;
    QString author;
    QString text; ///< Markdown, hostile.
    QString reason; ///< As the platform says it.
    QDateTime atUtc;
};

/// What the platform and this account can do; what it cannot is said, not shown as a dead button.
struct ForumAbilities
{
    bool signedIn = false; ///< Writing and subscribing need an account.
    bool moderate = false; ///< This account may.
    bool moderationQueue = false; ///< The platform's queue answers.
};

/// The platform's forum for the window and the commands: when the copy is filled, and what only the platform
/// itself can do. Writing goes by way of the ForumStore. Calls return at once.
///
/// Lives on the thread of services and pages; owned by the composition root.
class ForumPlatform : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForumPlatform)

public:
    explicit ForumPlatform(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~ForumPlatform() override = default;

    virtual ForumPullState pullState() const = 0;
    virtual ForumAbilities abilities() const = 0;
    virtual ForumLimits schoolLimits() const = 0; ///< Of this computer's policy: at most so much is kept.
    /// Fetches what changed, now. Ends when everything wanted is here; its Error is what stopped it (Offline,
    /// Timeout, Unauthorized, …). Needs a linked platform: NotFound without.
    virtual QFuture<Result<>> pull() = 0;
    virtual void topicOpened(qint64 topicId)
        = 0; ///< It comes first, and edits and deletions in it are followed.
    /// A picture of a post, once the person asked for it: https only, at most 5 MB, a known kind of picture.
    /// Gives the file in the cache; from there when it is there already.
    virtual QFuture<Result<QString>> picture(const QUrl &address) = 0;
    virtual QFuture<Result<ForumUserCard>> userCard(qint64 userId) = 0; ///< From the platform.
    virtual QFuture<Result<>> moderate(const ModerationAction &action) = 0; ///< Online only.
    virtual QFuture<Result<std::vector<QueuedPost>>> moderationQueue() = 0;
    virtual QFuture<Result<>> review(qint64 queueId, bool approve, const QString &notes) = 0;
    virtual QFuture<Result<>> pullBlogPost(const QString &slug) = 0; ///< Its text, into the copy.

Q_SIGNALS:
    void pullStateChanged();
    void abilitiesChanged();
};

} // namespace studio
