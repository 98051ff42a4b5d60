#include "store/forum/forum_cache.h"

#include "store/statement.h"

#include <algorithm>
#include <limits>

namespace studio::store {

namespace {

constexpr qsizetype kNoticeText = 200; ///< Characters of a post in its notification.
const QString kListing = QStringLiteral("listing"); ///< State: number of the listing that goes on.
/// State: notifications of the platform up to this one were there before there was a whole copy: no news.
const QString kQuietTo = QStringLiteral("quiet_to");

int rightsOf(const ForumPost &post)
{
    return (post.head ? 1 : 0) | (post.mayEdit ? 2 : 0) | (post.mayDelete ? 4 : 0);
}

int rankOf(const ForumTopic &topic)
{
    return topic.announcement ? 2 : topic.pinned ? 1 : 0;
}

TopicSeen seenFrom(const Statement &row)
{
    return {row.integer(0),
            static_cast<int>(row.integer(1)),
            row.time(2),
            row.time(3),
            static_cast<int>(row.integer(4)),
            row.time(5),
            row.integer(6) != 0,
            row.integer(7)};
}

} // namespace

Result<> ForumCache::putForums(const std::vector<ForumInfo> &forums)
{
    if (auto done = m_db.execute(QStringLiteral("DELETE FROM forum")); !done) {
        return done;
    }
    Statement insert(m_db, "INSERT OR REPLACE INTO forum VALUES(?,?,?,?,?,?,?,?,?,?)");
    int place = 0;
    for (const ForumInfo &each : forums) {
        insert.bind(each.id, each.categoryId, each.isCategory, place++, each.name, each.slug,
                    each.description, each.topics, each.posts, each.lastPostUtc);
        if (auto done = insert.run(); !done) {
            return done;
        }
        insert.reset();
    }
    return {};
}

Result<> ForumCache::putUser(const ForumUser &user)
{
    if (user.id == 0) {
        return {};
    }
    // Written only when something is another: most posts are by people who are known.
    Statement put(m_db,
                  "INSERT INTO user VALUES(?1,?2,?3,?4,?5) ON CONFLICT(id) DO UPDATE SET name=?2, trust=?3, "
                  "staff=?4, moderates=?5 WHERE name<>?2 OR trust<>?3 OR staff<>?4 OR moderates<>?5");
    return put.bind(user.id, user.name, user.trustLevel, user.staff, user.canModerate).run();
}

Result<std::optional<TopicSeen>> ForumCache::topicSeen(qint64 topicId)
{
    Statement find(
        m_db,
        "SELECT id, posts, last_post, updated, loaded, complete_to, complete, forum FROM topic WHERE id=?");
    const auto row = find.bind(topicId).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? std::optional(seenFrom(find)) : std::nullopt;
}

Result<std::vector<TopicSeen>> ForumCache::putTopics(const std::vector<ForumTopic> &topics)
{
    const auto listing = number(kListing);
    if (!listing) {
        return fail(listing.error());
    }
    std::vector<TopicSeen> before;
    before.reserve(topics.size());
    // Complete is what was read up to the last post there is, and as many.
    Statement put(
        m_db,
        "INSERT INTO topic(id, forum, subject, slug, author, created, updated, last_post, last_author, views,"
        " posts, rank, locked, listing) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)"
        " ON CONFLICT(id) DO UPDATE SET forum=CASE WHEN ?2=0 THEN forum ELSE ?2 END, slug=?4, author=?5,"
        " created=?6, updated=?7, last_post=?8, last_author=?9, views=?10, posts=?11, rank=?12, locked=?13,"
        " subject=?3, listing=?14, complete = (complete_to IS ?8 AND loaded = ?11)");
    for (const ForumTopic &each : topics) {
        auto seen = topicSeen(each.id);
        if (!seen) {
            return fail(seen.error());
        }
        before.push_back(seen->value_or(TopicSeen()));
        for (const ForumUser &user : {each.author, each.lastAuthor}) {
            if (auto done = putUser(user); !done) {
                return fail(done.error());
            }
        }
        put.bind(each.id, each.forumId, each.subject, each.slug, each.author.id, each.createdUtc,
                 each.updatedUtc, each.lastPostUtc, each.lastAuthor.id, each.views, each.posts, rankOf(each),
                 each.locked, *listing);
        if (auto done = put.run(); !done) {
            return fail(done.error());
        }
        put.reset();
        if (!*seen) {
            if (auto done = takeOwn(each.id); !done) {
                return fail(done.error());
            }
        }
        if (auto done = recount(each.id); !done) {
            return fail(done.error());
        }
    }
    return before;
}

/// What was the person's own of a topic before it was here.
Result<> ForumCache::takeOwn(qint64 topicId)
{
    Statement take(
        m_db,
        "UPDATE topic SET (read_to, bookmarked, wanted) = (SELECT o.read_to, o.bookmarked, o.wanted"
        " FROM own_topic o WHERE o.topic=?1) WHERE id=?1"
        " AND EXISTS(SELECT 1 FROM own_topic o WHERE o.topic=?1)");
    return take.bind(topicId).run();
}

Result<> ForumCache::recount(qint64 topicId)
{
    Statement count(
        m_db,
        "WITH me(id) AS (SELECT COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE "
        "key='own_user'),-1)),"
        " base(at) AS (SELECT COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE key='baseline'),0))"
        " UPDATE topic SET loaded = (SELECT COUNT(*) FROM post WHERE post.topic = topic.id),"
        " unread = MAX((SELECT COUNT(*) FROM post WHERE post.topic = topic.id AND post.id > topic.read_to"
        "   AND post.created >= (SELECT at FROM base) AND post.author <> (SELECT id FROM me)),"
        "  COALESCE(complete = 0 AND last_post >= (SELECT at FROM base) AND last_post > "
        "MAX(COALESCE(complete_to, 0), "
        "seen_to)"
        "   AND last_author <> (SELECT id FROM me), 0)) WHERE id = ?1");
    return count.bind(topicId).run();
}

Result<> ForumCache::recountAll()
{
    Statement list(m_db, "SELECT id FROM topic");
    const auto ids = allRows<qint64>(list, firstNumber);
    if (!ids) {
        return fail(ids.error());
    }
    for (const qint64 id : *ids) {
        if (auto done = recount(id); !done) {
            return done;
        }
    }
    return {};
}

Result<> ForumCache::putPosts(qint64 topicId, const std::vector<ForumPost> &posts, bool tell)
{
    Statement known(m_db, "SELECT topic FROM post WHERE id=?");
    Statement put(
        m_db,
        "INSERT INTO post(id, topic, author, created, updated, rights, text, bookmarked, forum)"
        " VALUES(?1,?2,?3,?4,?5,?6,?7, EXISTS(SELECT 1 FROM own_bookmark WHERE post=?1),"
        " COALESCE((SELECT forum FROM topic WHERE id=?2), 0))"
        " ON CONFLICT(id) DO UPDATE SET topic=?2, author=?3, created=?4, updated=?5, rights=?6, text=?7,"
        " forum=excluded.forum"
        " WHERE text<>?7 OR updated IS NOT ?5 OR rights<>?6 OR topic<>?2 OR author<>?3");
    for (const ForumPost &each : posts) {
        known.bind(each.id);
        const auto there = known.next();
        if (!there) {
            return fail(there.error());
        }
        known.reset();
        if (auto done = putUser(each.author); !done) {
            return done;
        }
        put.bind(each.id, topicId, each.author.id, each.createdUtc, each.updatedUtc, rightsOf(each),
                 each.text);
        if (auto done = put.run(); !done) {
            return done;
        }
        put.reset();
        if (each.head) {
            const auto link = exerciseLinkIn(each.text);
            Statement belongs(m_db, "UPDATE topic SET course=?, exercise=? WHERE id=?");
            if (auto done
                = belongs.bind(link ? link->courseId : QString(), link ? link->itemId : QString(), topicId)
                      .run();
                !done) {
                return done;
            }
        }
        if (tell && !*there) {
            if (auto done = tellOf(topicId, each); !done) {
                return done;
            }
        }
    }
    return recount(topicId);
}

/// Only of topics the person follows or began, and of nothing they wrote themselves.
Result<> ForumCache::tellOf(qint64 topicId, const ForumPost &post)
{
    Statement put(
        m_db,
        "INSERT OR IGNORE INTO notification SELECT ?1, ?2, subject, ?3, id, ?1, ?4, 0 FROM topic WHERE id=?5"
        " AND ?1 > read_to AND ?6 <> COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE "
        "key='own_user'),-1)"
        " AND (COALESCE(wanted, subscribed)"
        "  OR author = (SELECT CAST(value AS INTEGER) FROM state WHERE key='own_user'))");
    return put
        .bind(post.id, static_cast<int>(ForumNotification::Kind::Reply),
              post.text.left(kNoticeText).simplified(), post.createdUtc, topicId, post.author.id)
        .run();
}

Result<> ForumCache::keepOnlyPosts(qint64 topicId, const std::vector<qint64> &ids)
{
    std::vector<qint64> keep = ids;
    std::sort(keep.begin(), keep.end());
    std::vector<qint64> gone;
    Statement list(m_db, "SELECT id FROM post WHERE topic=?");
    list.bind(topicId);
    for (;;) {
        const auto row = list.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
        if (!std::binary_search(keep.begin(), keep.end(), list.integer(0))) {
            gone.push_back(list.integer(0));
        }
    }
    for (const qint64 id : gone) {
        Statement remove(m_db, "DELETE FROM post WHERE id=?");
        if (auto done = remove.bind(id).run(); !done) {
            return done;
        }
    }
    return recount(topicId);
}

Result<> ForumCache::setComplete(qint64 topicId, const QDateTime &lastPostUtc)
{
    Statement set(m_db, "UPDATE topic SET complete_to=?1, complete=(last_post IS ?1) WHERE id=?2");
    if (auto done = set.bind(lastPostUtc, topicId).run(); !done) {
        return done;
    }
    return recount(topicId);
}

Result<> ForumCache::removePost(qint64 postId)
{
    Statement find(m_db, "SELECT topic FROM post WHERE id=?");
    const auto row = find.bind(postId).next();
    if (!row || !*row) {
        return row ? Result<>() : fail(row.error());
    }
    const qint64 topic = find.integer(0);
    find.reset();
    Statement remove(m_db, "DELETE FROM post WHERE id=?");
    if (auto done = remove.bind(postId).run(); !done) {
        return done;
    }
    Statement count(m_db, "UPDATE topic SET posts=MAX(posts-1, 0) WHERE id=?");
    if (auto done = count.bind(topic).run(); !done) {
        return done;
    }
    return recount(topic);
}

Result<> ForumCache::dropPosts(qint64 topicId)
{
    Statement remove(m_db, "DELETE FROM post WHERE topic=?");
    return remove.bind(topicId).run();
}

Result<> ForumCache::removeTopic(qint64 topicId)
{
    if (auto done = dropPosts(topicId); !done) {
        return done;
    }
    Statement remove(m_db, "DELETE FROM topic WHERE id=?");
    return remove.bind(topicId).run();
}

Result<> ForumCache::beginListing()
{
    const auto listing = number(kListing);
    return listing ? setNumber(kListing, *listing + 1) : fail(listing.error());
}

Result<std::vector<qint64>> ForumCache::topicsNotListed(int most)
{
    const auto listing = number(kListing);
    if (!listing) {
        return fail(listing.error());
    }
    Statement list(m_db, "SELECT id FROM topic WHERE listing < ? ORDER BY id LIMIT ?");
    return allRows<qint64>(list.bind(*listing, most), firstNumber);
}

Result<> ForumCache::noteOpened(qint64 topicId, const QDateTime &now)
{
    Statement set(m_db, "UPDATE topic SET opened=?, complete=0 WHERE id=?");
    return set.bind(now, topicId).run();
}

Result<> ForumCache::putSubscriptions(const std::vector<qint64> &topicIds)
{
    const QString clear = QStringLiteral("UPDATE topic SET subscribed=0 WHERE subscribed;"
                                         "UPDATE topic SET wanted=NULL WHERE wanted IS NOT NULL;"
                                         "UPDATE own_topic SET wanted=NULL WHERE wanted IS NOT NULL;");
    if (auto done = m_db.execute(clear); !done) {
        return done;
    }
    Statement set(m_db, "UPDATE topic SET subscribed=1 WHERE id=?");
    for (const qint64 id : topicIds) {
        set.bind(id);
        if (auto done = set.run(); !done) {
            return done;
        }
        set.reset();
    }
    return {};
}

Result<> ForumCache::putNotifications(const NotificationsGiven &given)
{
    constexpr int kKind = static_cast<int>(ForumNotification::Kind::Platform);
    qint64 oldest = given.whole ? 0 : std::numeric_limits<qint64>::max();
    qint64 newest = 0;
    for (const ForumNotification &each : given.list) {
        oldest = std::min(oldest, each.id);
        newest = std::max(newest, each.id);
    }
    if (given.steady) {
        // Ids grow with time: from the oldest of the list on, all there are were given.
        Statement old(m_db, "DELETE FROM notification WHERE kind=? AND id>=?");
        if (auto done = old.bind(kKind, oldest).run(); !done) {
            return done;
        }
    }
    Statement put(m_db, "INSERT OR REPLACE INTO notification VALUES(?,?,?,?,?,?,?,?)");
    for (const ForumNotification &each : given.list) {
        put.bind(each.id, kKind, each.title, each.text, each.topicId, each.postId, each.atUtc, each.read);
        if (auto done = put.run(); !done) {
            return done;
        }
        put.reset();
    }
    if (given.tell) {
        return {};
    }
    const auto quiet = number(kQuietTo);
    return quiet ? setNumber(kQuietTo, std::max(*quiet, newest)) : fail(quiet.error());
}

Result<std::vector<qint64>> ForumCache::notificationsKnown(const std::vector<qint64> &ids)
{
    std::vector<qint64> known;
    Statement find(m_db, "SELECT 1 FROM notification WHERE kind=? AND id=?");
    for (const qint64 id : ids) {
        const auto there = find.bind(static_cast<int>(ForumNotification::Kind::Platform), id).next();
        if (!there) {
            return fail(there.error());
        }
        if (*there) {
            known.push_back(id);
        }
        find.reset();
    }
    return known;
}

Result<> ForumCache::putBlogPosts(const std::vector<BlogPost> &posts)
{
    Statement put(m_db,
                  "INSERT INTO blog VALUES(?1,?2,?3,?4,?5,'',?6,?7) ON CONFLICT(slug) DO UPDATE SET id=?2,"
                  " title=?3, author=?4, intro=?5, at=?6, minutes=?7");
    for (const BlogPost &each : posts) {
        put.bind(each.slug, each.id, each.title, each.author, each.intro, each.dateUtc, each.readingMinutes);
        if (auto done = put.run(); !done) {
            return done;
        }
        put.reset();
    }
    return {};
}

Result<> ForumCache::putBlogText(const QString &slug, const QString &markdown)
{
    Statement set(m_db, "UPDATE blog SET text=? WHERE slug=?");
    return set.bind(markdown, slug).run();
}

Result<QStringList> ForumCache::blogTextsToFetch(int most)
{
    Statement list(m_db, "SELECT slug FROM blog WHERE text='' ORDER BY at DESC, id DESC LIMIT ?");
    const auto slugs = allRows<QString>(list.bind(most), [](const Statement &row) { return row.text(0); });
    return slugs ? Result<QStringList>(QStringList(slugs->begin(), slugs->end())) : fail(slugs.error());
}

} // namespace studio::store
