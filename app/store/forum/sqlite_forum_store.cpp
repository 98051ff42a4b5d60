#include "store/forum/sqlite_forum_store.h"

#include "store/forum/forum_core.h"
#include "store/forum/forum_work.h"

#include <QFileInfo>

#include <algorithm>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

/// One transaction of the work, waited for; on the copy's writing thread.
template<typename Change>
auto inWork(ForumCore &core, Change change)
{
    return core.work()
        .write([&core, &change]() {
            ForumWork work(core.work());
            return change(work);
        })
        .takeResult();
}

/// First in the work, then in the copy. What is only in the work is there after the next start.
template<typename InWork, typename InCopy>
QFuture<Result<>> change(ForumCore &core, InWork inTheWork, InCopy inTheCopy)
{
    return core.onWriter([&core, inTheWork, inTheCopy]() -> Result<> {
        if (auto done = inWork(core, inTheWork); !done) {
            return fail(done.error());
        }
        return core.writeNow(inTheCopy);
    });
}

bool isSubscription(const ForumWriting &writing)
{
    return writing.kind == WritingKind::Subscribe || writing.kind == WritingKind::Unsubscribe;
}

/// What was sent is in the copy. A topic is, once its posts are; when the copy cannot be read, it is not.
bool isThere(ForumReading &reading, const ForumWriting &sent)
{
    if (sent.sentPostId != 0) {
        const auto place = reading.placeOf(sent.sentPostId);
        return place && *place;
    }
    const auto topic = reading.topic(sent.sentTopicId);
    return topic && *topic && (*topic)->loaded > 0;
}

} // namespace

SqliteForumStore::SqliteForumStore(ForumCore &core)
    : m_core(core)
{
}

SqliteForumStore::~SqliteForumStore() = default;

QFuture<Result<std::vector<ForumInfo>>> SqliteForumStore::forums()
{
    return m_core.read([](ForumReading &reading) { return reading.forums(); });
}

QFuture<Result<TopicPage>> SqliteForumStore::topics(const TopicQuery &query)
{
    return m_core.read([query](ForumReading &reading) { return reading.topics(query); });
}

QFuture<Result<std::optional<ForumTopic>>> SqliteForumStore::topic(qint64 topicId)
{
    return m_core.read([topicId](ForumReading &reading) { return reading.topic(topicId); });
}

QFuture<Result<PostWindow>> SqliteForumStore::posts(qint64 topicId, int first, int count)
{
    return m_core.read([=](ForumReading &reading) { return reading.posts(topicId, first, count); });
}

QFuture<Result<std::optional<ForumPost>>> SqliteForumStore::post(qint64 postId)
{
    return m_core.read([postId](ForumReading &reading) { return reading.post(postId); });
}

QFuture<Result<std::optional<PostPlace>>> SqliteForumStore::placeOf(qint64 postId)
{
    return m_core.read([postId](ForumReading &reading) { return reading.placeOf(postId); });
}

QFuture<Result<std::optional<PostPlace>>> SqliteForumStore::nextUnread(qint64 topicId, qint64 forumId)
{
    return m_core.read([=](ForumReading &reading) { return reading.nextUnread(topicId, forumId); });
}

QFuture<Result<int>> SqliteForumStore::unreadTopics()
{
    return m_core.read([](ForumReading &reading) { return reading.unreadTopics(); });
}

QFuture<Result<std::vector<ForumTopic>>> SqliteForumStore::topicsOfExercise(const QString &courseId,
                                                                            const QString &exerciseId)
{
    return m_core.read([=](ForumReading &reading) { return reading.topicsOfExercise(courseId, exerciseId); });
}

QFuture<Result<std::vector<ForumPost>>> SqliteForumStore::recentPosts(int count)
{
    return m_core.read([count](ForumReading &reading) { return reading.recentPosts(count); });
}

QFuture<Result<ForumUserCard>> SqliteForumStore::userCard(qint64 userId)
{
    return m_core.read([userId](ForumReading &reading) { return reading.userCard(userId); });
}

QFuture<Result<std::vector<ForumNotification>>> SqliteForumStore::notifications()
{
    return m_core.read([this](ForumReading &reading) -> Result<std::vector<ForumNotification>> {
        auto rows = reading.notifications();
        const auto readTo = inWork(m_core, [](ForumWork &work) { return work.notificationsReadTo(); });
        if (rows && readTo) {
            for (ForumNotification &each : *rows) {
                each.read = each.read || (readTo->isValid() && each.atUtc <= *readTo);
            }
        }
        return rows;
    });
}

QFuture<Result<std::vector<BlogPost>>> SqliteForumStore::blogPosts()
{
    return m_core.read([this](ForumReading &reading) -> Result<std::vector<BlogPost>> {
        auto rows = reading.blogPosts();
        const auto read = inWork(m_core, [](ForumWork &work) { return work.readBlogPosts(); });
        if (rows && read) {
            for (BlogPost &each : *rows) {
                each.unread = !read->contains(each.slug);
            }
        }
        return rows;
    });
}

QFuture<Result<std::optional<BlogPost>>> SqliteForumStore::blogPost(const QString &slug)
{
    return m_core.read([slug](ForumReading &reading) { return reading.blogPost(slug); });
}

QFuture<Result<qint64>> SqliteForumStore::sizeInBytes()
{
    return m_core.onWriter([this]() -> Result<qint64> {
        return QFileInfo(m_core.path()).size() + QFileInfo(m_core.path() + u"-wal"_s).size();
    });
}

QFuture<Result<>> SqliteForumStore::markRead(const ReadMark &mark)
{
    return m_core.onWriter([this, mark]() -> Result<> {
        const auto before = inWork(m_core, [&mark](ForumWork &work) { return work.mark(mark.topicId); });
        if (!before || *before >= mark.postId) {
            return before ? Result<>() : fail(before.error());
        }
        if (auto done = inWork(m_core, [&mark](ForumWork &work) { return work.setMark(mark); }); !done) {
            return done;
        }
        return m_core.writeNow(
            [&mark](ForumCache &cache) { return cache.setReadTo(mark.topicId, mark.postId); });
    });
}

QFuture<Result<>> SqliteForumStore::markUnread(qint64 topicId, qint64 postId)
{
    const ReadMark mark{topicId, postId - 1};
    return change(
        m_core, [mark](ForumWork &work) { return work.setMark(mark); },
        [mark](ForumCache &cache) { return cache.setReadTo(mark.topicId, mark.postId); });
}

QFuture<Result<std::vector<ReadMark>>> SqliteForumStore::markAllRead(qint64 forumId)
{
    return m_core.onWriter([this, forumId]() -> Result<std::vector<ReadMark>> {
        const auto changes
            = m_core.writeNow([forumId](ForumCache &cache) { return cache.marksToReadAll(forumId); });
        if (!changes) {
            return fail(changes.error());
        }
        std::vector<ReadMark> before;
        const auto saved = inWork(m_core, [&](ForumWork &work) -> Result<> {
            for (const ReadMark &each : *changes) {
                const auto old = work.mark(each.topicId);
                if (!old) {
                    return fail(old.error());
                }
                before.push_back({each.topicId, *old});
                if (auto done = work.setMark(each); !done) {
                    return done;
                }
            }
            return {};
        });
        if (!saved) {
            return fail(saved.error());
        }
        const auto seen = m_core.writeNow([&changes](ForumCache &cache) -> Result<> {
            for (const ReadMark &each : *changes) {
                if (auto done = cache.setAllSeen(each.topicId); !done) {
                    return done;
                }
                if (auto done = cache.setReadTo(each.topicId, each.postId); !done) {
                    return done;
                }
            }
            return {};
        });
        if (!seen) {
            return fail(seen.error());
        }
        return before;
    });
}

QFuture<Result<>> SqliteForumStore::restoreMarks(const std::vector<ReadMark> &marks)
{
    return change(
        m_core,
        [marks](ForumWork &work) -> Result<> {
            for (const ReadMark &each : marks) {
                if (auto done = work.setMark(each); !done) {
                    return done;
                }
            }
            return {};
        },
        [marks](ForumCache &cache) -> Result<> {
            for (const ReadMark &each : marks) {
                if (auto done = cache.setReadTo(each.topicId, each.postId); !done) {
                    return done;
                }
            }
            return {};
        });
}

QFuture<Result<>> SqliteForumStore::setTopicBookmarked(qint64 topicId, bool bookmarked)
{
    return setPostBookmarked(topicId, 0, bookmarked);
}

QFuture<Result<>> SqliteForumStore::setPostBookmarked(qint64 topicId, qint64 postId, bool bookmarked)
{
    return change(
        m_core, [=](ForumWork &work) { return work.setBookmark(topicId, postId, bookmarked); },
        [=](ForumCache &cache) { return cache.setBookmarked(topicId, postId, bookmarked); });
}

QFuture<Result<std::vector<PostPlace>>> SqliteForumStore::bookmarkedPosts()
{
    return m_core.read([this](ForumReading &reading) -> Result<std::vector<PostPlace>> {
        auto marks = inWork(m_core, [](ForumWork &work) { return work.bookmarks(); });
        if (!marks) {
            return fail(marks.error());
        }
        std::stable_sort(marks->begin(), marks->end(),
                         [](const ForumBookmark &a, const ForumBookmark &b) { return a.atUtc > b.atUtc; });
        std::vector<PostPlace> places;
        for (const ForumBookmark &each : *marks) {
            if (each.postId == 0) {
                continue;
            }
            const auto place = reading.placeOf(each.postId);
            if (!place) {
                return fail(place.error());
            }
            if (*place) {
                places.push_back(**place);
            }
        }
        return places;
    });
}

QFuture<Result<>> SqliteForumStore::markNotificationsRead()
{
    return change(
        m_core, [](ForumWork &work) { return work.setNotificationsRead(); },
        [](ForumCache &cache) { return cache.setNotificationsRead(); });
}

QFuture<Result<>> SqliteForumStore::markBlogPostRead(const QString &slug)
{
    return m_core.onWriter([this, slug]() -> Result<> {
        auto done = inWork(m_core, [&slug](ForumWork &work) { return work.setBlogPostRead(slug); });
        m_core.tellChanged();
        return done;
    });
}

QFuture<Result<ForumWriting>> SqliteForumStore::queue(const ForumWriting &writing)
{
    return m_core.onWriter([this, writing]() -> Result<ForumWriting> {
        auto queued = inWork(m_core, [&writing](ForumWork &work) { return work.queue(writing); });
        if (!queued) {
            return queued;
        }
        if (isSubscription(writing)) {
            // Seen in the lists when the copy has it; that it is queued does not hang on that.
            (void)m_core
                .writeNow([&writing](ForumCache &cache) {
                    return cache.setWanted(writing.topicId, writing.kind == WritingKind::Subscribe);
                })
                .has_value();
        } else {
            m_core.tellChanged();
        }
        return queued;
    });
}

QFuture<Result<std::vector<ForumWriting>>> SqliteForumStore::writings()
{
    return m_core.read([this](ForumReading &reading) -> Result<std::vector<ForumWriting>> {
        auto list = inWork(m_core, [](ForumWork &work) { return work.writings(); });
        if (!list) {
            return list;
        }
        // Sent, and in the copy by now: it is a post like any other.
        std::vector<ForumWriting> left;
        for (ForumWriting &each : *list) {
            if (each.state == WritingState::Sent && isThere(reading, each)) {
                (void)inWork(m_core, [&each](ForumWork &work) {
                    return work.markSeen(each.operationId);
                }).has_value();
                continue;
            }
            left.push_back(std::move(each));
        }
        return left;
    });
}

QFuture<Result<ForumWriting>> SqliteForumStore::rewrite(const ForumWriting &writing)
{
    return m_core.onWriter([this, writing]() -> Result<ForumWriting> {
        auto done = inWork(m_core, [&writing](ForumWork &work) { return work.rewrite(writing); });
        m_core.tellChanged();
        return done;
    });
}

QFuture<Result<>> SqliteForumStore::withdraw(const ForumWriting &writing)
{
    return m_core.onWriter([this, writing]() -> Result<> {
        auto done = inWork(m_core, [&writing](ForumWork &work) { return work.withdraw(writing); });
        if (done && isSubscription(writing)) {
            return m_core.writeNow(
                [&writing](ForumCache &cache) { return cache.setWanted(writing.topicId, std::nullopt); });
        }
        m_core.tellChanged();
        return done;
    });
}

QFuture<Result<>> SqliteForumStore::setLimits(const ForumLimits &limits)
{
    const QDateTime now = m_core.work().clock.nowUtc();
    return change(
        m_core, [limits](ForumWork &work) { return work.setLimits(limits); },
        [limits, now](ForumCache &cache) { return cache.applyLimits(limits, now); });
}

QFuture<Result<>> SqliteForumStore::rebuild()
{
    return m_core.onWriter([this]() -> Result<> {
        if (auto ready = m_core.ensureWriter(); !ready) {
            return ready;
        }
        auto done = m_core.remake();
        m_core.tellChanged();
        return done;
    });
}

void SqliteForumStore::onChanged(std::function<void()> call)
{
    m_core.onChanged(std::move(call));
}

} // namespace studio::store
