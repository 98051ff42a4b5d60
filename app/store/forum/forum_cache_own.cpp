#include "store/forum/forum_cache.h"
#include "store/statement.h"

#include <algorithm>

namespace studio::store {

namespace {

constexpr qint64 kMillisecondsADay = 86'400'000;

/// What no limit throws away. ?1: opened since.
constexpr char kKeptTopic[]
    = "(COALESCE(wanted, subscribed) OR bookmarked OR opened > ?1 "
      "OR author = (SELECT CAST(value AS INTEGER) FROM state WHERE key = 'own_user') "
      "OR EXISTS(SELECT 1 FROM post WHERE post.topic = topic.id AND post.bookmarked))";

} // namespace

Result<std::vector<qint64>> ForumCache::topicsToFetch(int most, const QDateTime &now)
{
    const QByteArray sql = QByteArray("SELECT id FROM topic WHERE complete = 0 AND (") + kKeptTopic
        + " OR (NOT ?3 AND last_post >= ?4)) ORDER BY opened > ?1 DESC, COALESCE(wanted, subscribed) DESC, "
        + kKeptTopic + " DESC, last_post DESC, id DESC LIMIT ?2";
    const auto onlyFollowed = number(QStringLiteral("only_followed"));
    const auto cutoff = number(QStringLiteral("cutoff"));
    if (!onlyFollowed || !cutoff) {
        return fail(onlyFollowed ? cutoff.error() : onlyFollowed.error());
    }
    Statement list(m_db, sql.constData());
    return allRows<qint64>(list.bind(now.addDays(-1), most, *onlyFollowed, *cutoff), firstNumber);
}

Result<int> ForumCache::countToFetch(const QDateTime &now)
{
    const QByteArray sql = QByteArray("SELECT COUNT(*) FROM topic WHERE complete = 0 AND (") + kKeptTopic
        + " OR (NOT ?2 AND last_post >= ?3))";
    const auto onlyFollowed = number(QStringLiteral("only_followed"));
    const auto cutoff = number(QStringLiteral("cutoff"));
    if (!onlyFollowed || !cutoff) {
        return fail(onlyFollowed ? cutoff.error() : onlyFollowed.error());
    }
    Statement count(m_db, sql.constData());
    const auto row = count.bind(now.addDays(-1), *onlyFollowed, *cutoff).next();
    if (!row) {
        return fail(row.error());
    }
    return static_cast<int>(count.integer(0));
}

Result<> ForumCache::setReadTo(qint64 topicId, qint64 postId)
{
    Statement own(
        m_db,
        "INSERT INTO own_topic(topic, read_to) VALUES(?1,?2) ON CONFLICT(topic) DO UPDATE SET read_to=?2");
    if (auto done = own.bind(topicId, postId).run(); !done) {
        return done;
    }
    Statement set(m_db, "UPDATE topic SET read_to=? WHERE id=?");
    if (auto done = set.bind(postId, topicId).run(); !done) {
        return done;
    }
    Statement told(m_db, "UPDATE notification SET read=1 WHERE topic=? AND post<=?");
    if (auto done = told.bind(topicId, postId).run(); !done) {
        return done;
    }
    return recount(topicId);
}

Result<> ForumCache::setBookmarked(qint64 topicId, qint64 postId, bool bookmarked)
{
    Statement own(m_db,
                  postId == 0      ? "INSERT INTO own_topic(topic, bookmarked) VALUES(?1,?2)"
                                     " ON CONFLICT(topic) DO UPDATE SET bookmarked=?2"
                      : bookmarked ? "INSERT OR IGNORE INTO own_bookmark SELECT ?1 WHERE ?2"
                                   : "DELETE FROM own_bookmark WHERE post=?1 AND NOT ?2");
    if (auto done = own.bind(postId == 0 ? topicId : postId, bookmarked).run(); !done) {
        return done;
    }
    Statement set(m_db,
                  postId == 0 ? "UPDATE topic SET bookmarked=? WHERE id=?"
                              : "UPDATE post SET bookmarked=? WHERE id=?");
    return set.bind(bookmarked, postId == 0 ? topicId : postId).run();
}

Result<> ForumCache::setWanted(qint64 topicId, std::optional<bool> subscribed)
{
    const std::optional<qint64> wanted
        = subscribed ? std::optional<qint64>(*subscribed ? 1 : 0) : std::nullopt;
    Statement own(
        m_db,
        "INSERT INTO own_topic(topic, wanted) VALUES(?1,?2) ON CONFLICT(topic) DO UPDATE SET wanted=?2");
    if (auto done = own.bind(topicId, wanted).run(); !done) {
        return done;
    }
    Statement set(m_db, "UPDATE topic SET wanted=? WHERE id=?");
    return set.bind(wanted, topicId).run();
}

Result<> ForumCache::setOwnUser(qint64 userId)
{
    const auto known = number(QStringLiteral("own_user"));
    if (!known) {
        return fail(known.error());
    }
    if (*known == userId) {
        return {};
    }
    if (auto done = setNumber(QStringLiteral("own_user"), userId); !done) {
        return done;
    }
    return recountAll();
}

Result<> ForumCache::setNotificationsRead()
{
    return m_db.execute(QStringLiteral("UPDATE notification SET read=1 WHERE read=0"));
}

Result<> ForumCache::setAllSeen(qint64 topicId)
{
    Statement set(m_db, "UPDATE topic SET seen_to=COALESCE(last_post, 0) WHERE id=?");
    return set.bind(topicId).run();
}

Result<std::vector<ReadMark>> ForumCache::marksToReadAll(qint64 forumId)
{
    Statement list(m_db,
                   "SELECT t.id, COALESCE((SELECT MAX(id) FROM post WHERE topic=t.id), 0) FROM topic t WHERE "
                   "t.unread > 0"
                   " AND (?1 = 0 OR t.forum = ?1 OR t.forum IN (SELECT id FROM forum WHERE category = ?1))");
    return allRows<ReadMark>(list.bind(forumId), [](const Statement &row) {
        return ReadMark{row.integer(0), row.integer(1)};
    });
}

Result<> ForumCache::setBaseline(const QDateTime &utc)
{
    return setNumber(QStringLiteral("baseline"), utc.toMSecsSinceEpoch());
}

Result<QByteArray> ForumCache::state(const QString &key)
{
    Statement find(m_db, "SELECT value FROM state WHERE key=?");
    const auto row = find.bind(key).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? find.blob(0) : QByteArray();
}

Result<> ForumCache::setState(const QString &key, const QByteArray &value)
{
    Statement put(m_db, "INSERT OR REPLACE INTO state VALUES(?,?)");
    return put.bind(key, value).run();
}

Result<qint64> ForumCache::number(const QString &key)
{
    const auto value = state(key);
    if (!value) {
        return fail(value.error());
    }
    return value->toLongLong();
}

Result<> ForumCache::setNumber(const QString &key, qint64 value)
{
    return setState(key, QByteArray::number(value));
}

Result<qint64> ForumCache::usedBytes()
{
    Statement size(m_db,
                   "SELECT (c.page_count - f.freelist_count) * s.page_size FROM pragma_page_count c,"
                   " pragma_freelist_count f, pragma_page_size s");
    const auto row = size.next();
    if (!row) {
        return fail(row.error());
    }
    return size.integer(0);
}

Result<> ForumCache::applyLimits(const ForumLimits &limits, const QDateTime &now)
{
    // Those silent longer than this are left out from now on, so that nothing is fetched and dropped in
    // turns.
    qint64 cutoff = limits.days > 0 ? now.toMSecsSinceEpoch() - limits.days * kMillisecondsADay : 0;
    const qint64 recently = now.addDays(-30).toMSecsSinceEpoch();
    const QByteArray sql = QByteArray("SELECT id, last_post FROM topic WHERE loaded > 0 AND NOT ")
        + kKeptTopic + " ORDER BY last_post";
    const auto before = usedBytes();
    if (!before) {
        return fail(before.error());
    }
    qint64 used = *before;
    Statement oldest(m_db, sql.constData());
    oldest.bind(recently);
    std::vector<qint64> gone;
    for (;;) {
        const auto row = oldest.next();
        if (!row) {
            return fail(row.error());
        }
        const qint64 last = *row ? oldest.integer(1) : 0;
        const bool tooOld = *row && last < cutoff;
        const bool tooMuch = *row && used > limits.bytes;
        if (!tooOld && !tooMuch) {
            break;
        }
        if (auto done = dropPosts(oldest.integer(0)); !done) {
            return done;
        }
        gone.push_back(oldest.integer(0));
        cutoff = std::max(cutoff, last + 1);
        const auto now2 = usedBytes();
        if (!now2) {
            return fail(now2.error());
        }
        used = *now2;
    }
    for (const qint64 id : gone) {
        Statement set(m_db, "UPDATE topic SET complete=0, complete_to=last_post WHERE id=?");
        if (auto done = set.bind(id).run(); !done) {
            return done;
        }
        if (auto done = recount(id); !done) {
            return done;
        }
    }
    if (auto done = setNumber(QStringLiteral("only_followed"), limits.onlyFollowed ? 1 : 0); !done) {
        return done;
    }
    return setNumber(QStringLiteral("cutoff"), cutoff);
}

} // namespace studio::store
