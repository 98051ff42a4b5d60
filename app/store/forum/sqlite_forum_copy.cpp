#include "store/forum/forum_core.h"
#include "store/forum/forum_work.h"
#include "store/forum/sqlite_forum_store.h"

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPagesAtOnce = 2000; ///< Given back to the disk after the limits were applied: 8 MB a time.

} // namespace

SqliteForumCopy::SqliteForumCopy(ForumCore &core)
    : m_core(core)
{
}

SqliteForumCopy::~SqliteForumCopy() = default;

/// In a transaction of the person's own work; blocks.
template<typename Step>
auto SqliteForumCopy::inWork(Step step)
{
    return m_core.work()
        .write([&] {
            ForumWork work(m_core.work());
            return step(work);
        })
        .takeResult();
}

Result<> SqliteForumCopy::putForums(const std::vector<ForumInfo> &forums)
{
    return m_core.write([&](ForumCache &cache) { return cache.putForums(forums); }).takeResult();
}

Result<std::vector<TopicSeen>> SqliteForumCopy::putTopics(const std::vector<ForumTopic> &topics)
{
    return m_core.write([&](ForumCache &cache) { return cache.putTopics(topics); }).takeResult();
}

Result<std::optional<TopicSeen>> SqliteForumCopy::topicSeen(qint64 topicId)
{
    return m_core.write([&](ForumCache &cache) { return cache.topicSeen(topicId); }).takeResult();
}

Result<> SqliteForumCopy::putPosts(qint64 topicId, const std::vector<ForumPost> &posts, bool tell)
{
    return m_core.write([&](ForumCache &cache) { return cache.putPosts(topicId, posts, tell); }).takeResult();
}

Result<> SqliteForumCopy::keepOnlyPosts(qint64 topicId, const std::vector<qint64> &ids)
{
    return m_core.write([&](ForumCache &cache) { return cache.keepOnlyPosts(topicId, ids); }).takeResult();
}

Result<> SqliteForumCopy::setComplete(qint64 topicId, const QDateTime &lastPostUtc)
{
    auto done = m_core.write([&](ForumCache &cache) { return cache.setComplete(topicId, lastPostUtc); })
                    .takeResult();
    if (!done) {
        return done;
    }
    return inWork([topicId](ForumWork &work) { return work.markTopicSeen(topicId); });
}

Result<> SqliteForumCopy::removePost(qint64 postId)
{
    auto done = m_core.write([&](ForumCache &cache) { return cache.removePost(postId); }).takeResult();
    return done ? inWork([postId](ForumWork &work) { return work.markGone(0, postId); }) : done;
}

Result<> SqliteForumCopy::removeTopic(qint64 topicId)
{
    auto done = m_core.write([&](ForumCache &cache) { return cache.removeTopic(topicId); }).takeResult();
    return done ? inWork([topicId](ForumWork &work) { return work.markGone(topicId, 0); }) : done;
}

Result<> SqliteForumCopy::beginListing()
{
    return m_core.write([&](ForumCache &cache) { return cache.beginListing(); }).takeResult();
}

Result<std::vector<qint64>> SqliteForumCopy::topicsNotListed(int most)
{
    return m_core.write([&](ForumCache &cache) { return cache.topicsNotListed(most); }).takeResult();
}

Result<std::vector<qint64>> SqliteForumCopy::topicsToFetch(int most)
{
    const QDateTime now = m_core.work().clock.nowUtc();
    return m_core.write([&](ForumCache &cache) { return cache.topicsToFetch(most, now); }).takeResult();
}

Result<int> SqliteForumCopy::countToFetch()
{
    const QDateTime now = m_core.work().clock.nowUtc();
    return m_core.write([&](ForumCache &cache) { return cache.countToFetch(now); }).takeResult();
}

Result<> SqliteForumCopy::noteOpened(qint64 topicId)
{
    const QDateTime now = m_core.work().clock.nowUtc();
    return m_core.write([&](ForumCache &cache) { return cache.noteOpened(topicId, now); }).takeResult();
}

Result<> SqliteForumCopy::putSubscriptions(const std::vector<qint64> &topicIds)
{
    // What waits in the outbox is the person's word; what was sent is in the list of the platform.
    const auto writings = inWork([](ForumWork &work) { return work.writings(); });
    if (!writings) {
        return fail(writings.error());
    }
    return m_core
        .write([&](ForumCache &cache) -> Result<> {
            if (auto done = cache.putSubscriptions(topicIds); !done) {
                return done;
            }
            for (const ForumWriting &each : *writings) {
                const bool follow = each.kind == WritingKind::Subscribe;
                if ((follow || each.kind == WritingKind::Unsubscribe) && each.state != WritingState::Sent) {
                    if (auto done = cache.setWanted(each.topicId, follow); !done) {
                        return done;
                    }
                }
            }
            return {};
        })
        .takeResult();
}

Result<> SqliteForumCopy::putNotifications(const NotificationsGiven &given)
{
    return m_core.write([&](ForumCache &cache) { return cache.putNotifications(given); }).takeResult();
}

Result<std::vector<qint64>> SqliteForumCopy::notificationsKnown(const std::vector<qint64> &ids)
{
    return m_core.write([&](ForumCache &cache) { return cache.notificationsKnown(ids); }).takeResult();
}

Result<std::vector<SentText>> SqliteForumCopy::sentTexts(int most)
{
    return inWork([most](ForumWork &work) { return work.sentTexts(most); });
}

Result<> SqliteForumCopy::noteShown(const SentText &sent, bool shown)
{
    if (!shown) {
        // The copy has it from the answer to sending it, as if others saw it too.
        auto gone = m_core
                        .write([&sent](ForumCache &cache) {
                            return sent.postId != 0 ? cache.removePost(sent.postId)
                                                    : cache.removeTopic(sent.topicId);
                        })
                        .takeResult();
        if (!gone) {
            return gone;
        }
    }
    auto done = inWork([&](ForumWork &work) { return work.noteShown(sent.operationId, shown); });
    m_core.tellChanged();
    return done;
}

Result<> SqliteForumCopy::putBlogPosts(const std::vector<BlogPost> &posts)
{
    return m_core.write([&](ForumCache &cache) { return cache.putBlogPosts(posts); }).takeResult();
}

Result<> SqliteForumCopy::putBlogText(const QString &slug, const QString &markdown)
{
    return m_core.write([&](ForumCache &cache) { return cache.putBlogText(slug, markdown); }).takeResult();
}

Result<QStringList> SqliteForumCopy::blogTextsToFetch(int most)
{
    return m_core.write([&](ForumCache &cache) { return cache.blogTextsToFetch(most); }).takeResult();
}

Result<QByteArray> SqliteForumCopy::cursor(const QString &name)
{
    return m_core.write([&](ForumCache &cache) { return cache.state(u"cursor/"_s + name); }).takeResult();
}

Result<> SqliteForumCopy::setCursor(const QString &name, const QByteArray &value)
{
    return m_core.write([&](ForumCache &cache) { return cache.setState(u"cursor/"_s + name, value); })
        .takeResult();
}

Result<> SqliteForumCopy::applyLimits()
{
    const QDateTime now = m_core.work().clock.nowUtc();
    const auto limits = inWork([](ForumWork &work) { return work.limits(); });
    if (!limits) {
        return fail(limits.error());
    }
    return m_core
        .onWriter([&]() -> Result<> {
            auto done = m_core.writeNow([&](ForumCache &cache) { return cache.applyLimits(*limits, now); });
            if (done && m_core.writer() != nullptr) {
                return m_core.writer()->execute(u"PRAGMA incremental_vacuum(%1)"_s.arg(kPagesAtOnce));
            }
            return done;
        })
        .takeResult();
}

Result<> SqliteForumCopy::setOwnUser(qint64 userId)
{
    return m_core.write([&](ForumCache &cache) { return cache.setOwnUser(userId); }).takeResult();
}

} // namespace studio::store
