#pragma once

#include "domain/forum.h"
#include "domain/result.h"

#include <QUrl>

namespace studio {

/// What the platform's list of topics said of one.
struct TopicSeen
{
    qint64 id = 0;
    int posts = 0;
    QDateTime lastPostUtc;
    QDateTime updatedUtc;
    int loaded = 0; ///< Posts of it that are here.
    QDateTime loadedLastPostUtc; ///< What lastPostUtc was when its posts were last here completely.
    bool complete = false; ///< All its posts are here as of then.
    qint64 forumId = 0; ///< 0: not known yet.
};

/// What was said of a list of notifications from its newest one down.
struct NotificationsGiven
{
    std::vector<ForumNotification> list; ///< Kind::Platform
    bool whole = false; ///< There are no older ones.
    bool steady = true; ///< Nothing moved while the pages were read: what is missing between two is gone.
    bool tell = false; ///< Those that were not here are news.
};

/// A text of the person's own that the platform took, and that is not known to be shown there.
struct SentText
{
    QByteArray operationId;
    qint64 topicId = 0;
    qint64 postId = 0; ///< 0: a new topic.
    bool held = false; ///< It was not shown when it was last looked for.
};

/// The forum on this computer as the sync thread fills it. Calls block until done; each is one transaction.
/// A call that fails has changed nothing. The file can be thrown away at any time: never the only copy.
class ForumCopy
{
    Q_DISABLE_COPY_MOVE(ForumCopy)

public:
    ForumCopy() = default;
    virtual ~ForumCopy() = default;

    virtual Result<> putForums(const std::vector<ForumInfo> &forums) = 0; ///< All there are.
    /// Gives what was known of each before, in the same order; `id` 0 for a new one. Ignores local fields.
    virtual Result<std::vector<TopicSeen>> putTopics(const std::vector<ForumTopic> &topics) = 0;
    virtual Result<std::optional<TopicSeen>> topicSeen(qint64 topicId) = 0;
    /// Posts as the platform gives them; what is known already is written over when it changed. Posts that
    /// are new, by others, in a subscribed topic or one of the person's own become notifications, when
    /// `tell`.
    virtual Result<> putPosts(qint64 topicId, const std::vector<ForumPost> &posts, bool tell) = 0;
    /// All posts of the topic were given since: those not in `ids` are gone.
    virtual Result<> keepOnlyPosts(qint64 topicId, const std::vector<qint64> &ids) = 0;
    /// Everything of it is here as of `lastPostUtc`.
    virtual Result<> setComplete(qint64 topicId, const QDateTime &lastPostUtc) = 0;
    virtual Result<> removePost(qint64 postId) = 0;
    virtual Result<> removeTopic(qint64 topicId) = 0;
    /// All topics of the platform are listed from now on, by putTopics(): what is not may be gone.
    virtual Result<> beginListing() = 0;
    /// Topics that were not among those put since then. Not being listed is no proof: a list moves while it
    /// is read.
    virtual Result<std::vector<qint64>> topicsNotListed(int most) = 0;
    /// Topics whose posts are not complete: opened just now, subscribed, own and bookmarked ones first, then
    /// by last activity; without those the limits leave out.
    virtual Result<std::vector<qint64>> topicsToFetch(int most) = 0;
    virtual Result<int> countToFetch() = 0;
    /// The person looks at it: it is to be fetched again, first of all, so that edits and deletions are seen.
    virtual Result<> noteOpened(qint64 topicId) = 0;

    /// Of the topics that the platform says are subscribed. What the person wants otherwise and the platform
    /// has not heard yet stays.
    virtual Result<> putSubscriptions(const std::vector<qint64> &topicIds) = 0;
    virtual Result<> putNotifications(const NotificationsGiven &given) = 0;
    /// Those of `ids` that are here, of Kind::Platform.
    virtual Result<std::vector<qint64>> notificationsKnown(const std::vector<qint64> &ids) = 0;
    virtual Result<std::vector<SentText>> sentTexts(int most) = 0; ///< Those that are not held first.
    /// `shown`: others see it, so it is not asked for again. Otherwise its author is told that it is held.
    virtual Result<> noteShown(const SentText &sent, bool shown) = 0;
    virtual Result<> putBlogPosts(const std::vector<BlogPost> &posts) = 0; ///< Those of a list; texts stay.
    virtual Result<> putBlogText(const QString &slug, const QString &markdown) = 0;
    virtual Result<QStringList> blogTextsToFetch(int most) = 0; ///< Slugs, the newest first.

    virtual Result<QByteArray> cursor(const QString &name) = 0; ///< Empty when unset.
    virtual Result<> setCursor(const QString &name, const QByteArray &value) = 0;
    /// Throws away what the limits say is too much. Cheap when nothing is.
    virtual Result<> applyLimits() = 0;
    /// The platform's user, so that own topics and posts are known.
    virtual Result<> setOwnUser(qint64 userId) = 0;
};

} // namespace studio
