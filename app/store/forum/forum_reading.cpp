#include "store/forum/forum_reading.h"

#include "store/statement.h"

#include <algorithm>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 1000;

/// Columns of topicFrom(), and the tables they come from.
constexpr char kTopic[] = "SELECT t.id, t.forum, t.subject, t.slug, t.author, a.name, a.trust, a.staff, "
                          "a.moderates, t.created, t.updated,"
                          " t.last_post, t.last_author, l.name, t.views, t.posts, t.rank, t.locked, "
                          "t.loaded, t.unread, t.bookmarked,"
                          " COALESCE(t.wanted, t.subscribed), t.author = (SELECT CAST(value AS INTEGER) FROM "
                          "state WHERE key='own_user'),"
                          " t.course, t.exercise FROM topic t LEFT JOIN user a ON a.id = t.author LEFT JOIN "
                          "user l ON l.id = t.last_author ";

ForumTopic topicFrom(const Statement &row)
{
    ForumTopic topic;
    topic.id = row.integer(0);
    topic.forumId = row.integer(1);
    topic.subject = row.text(2);
    topic.slug = row.text(3);
    topic.author = {row.integer(4), row.text(5), static_cast<int>(row.integer(6)), row.integer(7) != 0,
                    row.integer(8) != 0};
    topic.createdUtc = row.time(9);
    topic.updatedUtc = row.time(10);
    topic.lastPostUtc = row.time(11);
    topic.lastAuthor.id = row.integer(12);
    topic.lastAuthor.name = row.text(13);
    topic.views = static_cast<int>(row.integer(14));
    topic.posts = static_cast<int>(row.integer(15));
    topic.pinned = row.integer(16) > 0;
    topic.announcement = row.integer(16) > 1;
    topic.locked = row.integer(17) != 0;
    topic.loaded = static_cast<int>(row.integer(18));
    topic.unread = static_cast<int>(row.integer(19));
    topic.bookmarked = row.integer(20) != 0;
    topic.subscribed = row.integer(21) != 0;
    topic.own = row.integer(22) != 0;
    topic.courseId = row.text(23);
    topic.exerciseId = row.text(24);
    return topic;
}

/// Columns of postFrom(). Unread as the topics are counted (ForumCache).
constexpr char kPost[] = "SELECT p.id, p.topic, p.author, u.name, u.trust, u.staff, u.moderates, p.text, "
                         "p.created, p.updated, p.rights,"
                         " p.bookmarked, p.id > t.read_to AND p.created >= COALESCE((SELECT CAST(value AS "
                         "INTEGER) FROM state WHERE"
                         " key='baseline'),0) AND p.author <> COALESCE((SELECT CAST(value AS INTEGER) FROM "
                         "state WHERE key='own_user'),-1)"
                         " FROM post p JOIN topic t ON t.id = p.topic LEFT JOIN user u ON u.id = p.author ";

ForumPost postFrom(const Statement &row)
{
    ForumPost post;
    post.id = row.integer(0);
    post.topicId = row.integer(1);
    post.author = {row.integer(2), row.text(3), static_cast<int>(row.integer(4)), row.integer(5) != 0,
                   row.integer(6) != 0};
    post.text = row.text(7);
    post.createdUtc = row.time(8);
    post.updatedUtc = row.time(9);
    const qint64 rights = row.integer(10);
    post.head = (rights & 1) != 0;
    post.mayEdit = (rights & 2) != 0;
    post.mayDelete = (rights & 4) != 0;
    post.bookmarked = row.integer(11) != 0;
    post.unread = row.integer(12) != 0;
    return post;
}

BlogPost blogFrom(const Statement &row)
{
    BlogPost post;
    post.slug = row.text(0);
    post.id = row.integer(1);
    post.title = row.text(2);
    post.author = row.text(3);
    post.intro = row.text(4);
    post.text = row.text(5);
    post.dateUtc = row.time(6);
    post.readingMinutes = static_cast<int>(row.integer(7));
    return post;
}

template<typename Row, typename From>
Result<std::optional<Row>> one(Statement &statement, From from)
{
    const auto row = statement.next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? std::optional<Row>(from(statement)) : std::nullopt;
}

Result<int> number(Statement &statement)
{
    const auto row = statement.next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? static_cast<int>(statement.integer(0)) : 0;
}

QByteArray whereOf(const TopicQuery &query)
{
    // ?1 forum, ?2 part of the subject: always bound, so that they count in every query.
    QByteArray where
        = "WHERE (?1 = 0 OR t.forum = ?1 OR t.forum IN (SELECT id FROM forum WHERE category = ?1))"
          " AND (?2 = '' OR t.subject LIKE ?2 ESCAPE '\\') ";
    switch (query.filter) {
    case TopicFilter::All:
        break;
    case TopicFilter::Unread:
        where += "AND t.unread > 0 ";
        break;
    case TopicFilter::Own:
        where += "AND t.author = (SELECT CAST(value AS INTEGER) FROM state WHERE key='own_user') ";
        break;
    case TopicFilter::Bookmarked:
        where += "AND (t.bookmarked OR EXISTS(SELECT 1 FROM post b WHERE b.topic = t.id AND b.bookmarked)) ";
        break;
    case TopicFilter::Subscribed:
        where += "AND COALESCE(t.wanted, t.subscribed) ";
        break;
    }
    return where;
}

QByteArray orderOf(TopicOrder order)
{
    switch (order) {
    case TopicOrder::Activity:
        return "ORDER BY t.rank DESC, t.last_post DESC, t.id DESC ";
    case TopicOrder::Created:
        return "ORDER BY t.created DESC, t.id DESC ";
    case TopicOrder::Title:
        return "ORDER BY t.subject COLLATE NOCASE, t.id ";
    case TopicOrder::Views:
        return "ORDER BY t.views DESC, t.id DESC ";
    }
    Q_UNREACHABLE();
}

QString patternFor(const QString &part)
{
    if (part.isEmpty()) {
        return {};
    }
    QString escaped = part;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + escaped + u'%';
}

} // namespace

Result<std::vector<ForumInfo>> ForumReading::forums()
{
    Statement list(
        m_db,
        "SELECT f.id, f.category, f.is_category, f.name, f.slug, f.description, f.topics, f.posts,"
        " f.last_post, COALESCE(u.n, 0) FROM forum f LEFT JOIN (SELECT forum, COUNT(*) AS n FROM topic"
        " WHERE unread > 0 GROUP BY forum) u ON u.forum = f.id ORDER BY f.place");
    auto rows = allRows<ForumInfo>(list, [](const Statement &row) {
        ForumInfo forum;
        forum.id = row.integer(0);
        forum.categoryId = row.integer(1);
        forum.isCategory = row.integer(2) != 0;
        forum.name = row.text(3);
        forum.slug = row.text(4);
        forum.description = row.text(5);
        forum.topics = static_cast<int>(row.integer(6));
        forum.posts = static_cast<int>(row.integer(7));
        forum.lastPostUtc = row.time(8);
        forum.unreadTopics = static_cast<int>(row.integer(9));
        return forum;
    });
    if (rows) {
        for (ForumInfo &category : *rows) {
            for (const ForumInfo &each : *rows) {
                category.unreadTopics
                    += category.isCategory && each.categoryId == category.id ? each.unreadTopics : 0;
            }
        }
    }
    return rows;
}

Result<TopicPage> ForumReading::topics(const TopicQuery &query)
{
    const QByteArray where = whereOf(query);
    const QString pattern = patternFor(query.subject);
    Statement count(m_db, QByteArray("SELECT COUNT(*) FROM topic t " + where).constData());
    const auto total = number(count.bind(query.forumId, pattern));
    if (!total) {
        return fail(total.error());
    }
    // The numbers of the rows first, and all of a row only for those that are shown.
    const QByteArray sql = QByteArray(kTopic) + "WHERE t.id IN (SELECT t.id FROM topic t " + where
        + orderOf(query.order) + "LIMIT ?3 OFFSET ?4) " + orderOf(query.order);
    Statement list(m_db, sql.constData());
    list.bind(query.forumId, pattern, std::clamp(query.limit, 0, kMostRows), std::max(0, query.offset));
    auto rows = allRows<ForumTopic>(list, topicFrom);
    if (!rows) {
        return fail(rows.error());
    }
    return TopicPage{std::move(*rows), *total};
}

Result<std::optional<ForumTopic>> ForumReading::topic(qint64 topicId)
{
    Statement find(m_db, QByteArray(QByteArray(kTopic) + "WHERE t.id = ?").constData());
    return one<ForumTopic>(find.bind(topicId), topicFrom);
}

Result<int> ForumReading::indexOf(qint64 topicId, qint64 postId)
{
    Statement count(m_db, "SELECT COUNT(*) FROM post WHERE topic=? AND id<?");
    return number(count.bind(topicId, postId));
}

Result<qint64> ForumReading::firstUnread(qint64 topicId)
{
    Statement find(
        m_db,
        "SELECT p.id FROM post p JOIN topic t ON t.id = p.topic WHERE p.topic = ?1 AND p.id > t.read_to"
        " AND p.created >= COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE key='baseline'),0)"
        " AND p.author <> COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE key='own_user'),-1)"
        " ORDER BY p.id LIMIT 1");
    const auto row = find.bind(topicId).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? find.integer(0) : 0;
}

Result<PostWindow> ForumReading::posts(qint64 topicId, int first, int count)
{
    PostWindow window;
    window.topicId = topicId;
    window.first = std::max(0, first);
    Statement total(m_db, "SELECT COUNT(*) FROM post WHERE topic=?");
    const auto known = number(total.bind(topicId));
    const auto unread = firstUnread(topicId);
    if (!known || !unread) {
        return fail(known ? unread.error() : known.error());
    }
    window.total = *known;
    if (*unread != 0) {
        const auto index = indexOf(topicId, *unread);
        if (!index) {
            return fail(index.error());
        }
        window.firstUnread = *index;
    }
    Statement list(m_db,
                   QByteArray(QByteArray(kPost)
                              + "WHERE p.id IN (SELECT id FROM post WHERE topic=?1 ORDER BY id"
                                " LIMIT ?2 OFFSET ?3) ORDER BY p.id")
                       .constData());
    list.bind(topicId, std::clamp(count, 0, kMostRows), window.first);
    auto rows = allRows<ForumPost>(list, postFrom);
    if (!rows) {
        return fail(rows.error());
    }
    window.posts = std::move(*rows);
    int position = window.first;
    for (ForumPost &each : window.posts) {
        each.position = ++position;
    }
    return window;
}

Result<std::optional<ForumPost>> ForumReading::post(qint64 postId)
{
    Statement find(m_db, QByteArray(QByteArray(kPost) + "WHERE p.id = ?").constData());
    auto found = one<ForumPost>(find.bind(postId), postFrom);
    if (found && *found) {
        const auto index = indexOf((*found)->topicId, postId);
        if (!index) {
            return fail(index.error());
        }
        (*found)->position = *index + 1;
    }
    return found;
}

Result<std::optional<PostPlace>> ForumReading::placeOf(qint64 postId)
{
    Statement find(m_db, "SELECT topic FROM post WHERE id=?");
    const auto row = find.bind(postId).next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    const qint64 topic = find.integer(0);
    const auto index = indexOf(topic, postId);
    if (!index) {
        return fail(index.error());
    }
    return PostPlace{topic, postId, *index};
}

Result<std::optional<PostPlace>> ForumReading::nextUnread(qint64 topicId, qint64 forumId)
{
    Statement find(m_db,
                   "SELECT t.id FROM topic t LEFT JOIN topic h ON h.id = ?1 WHERE t.unread > 0"
                   " AND (?2 = 0 OR t.forum = ?2 OR t.forum IN (SELECT id FROM forum WHERE category = ?2))"
                   " ORDER BY t.id = ?1, h.id IS NOT NULL AND (t.last_post, t.id) >= (h.last_post, h.id),"
                   " t.last_post DESC, t.id DESC LIMIT 1");
    const auto row = find.bind(topicId, forumId).next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    const qint64 topic = find.integer(0);
    const auto unread = firstUnread(topic);
    const auto index = unread ? indexOf(topic, *unread) : Result<int>(0);
    if (!unread || !index) {
        return fail(unread ? index.error() : unread.error());
    }
    return PostPlace{topic, *unread, *index};
}

Result<int> ForumReading::unreadTopics()
{
    Statement count(m_db, "SELECT COUNT(*) FROM topic WHERE unread > 0");
    return number(count);
}

Result<std::vector<ForumTopic>> ForumReading::topicsOfExercise(const QString &courseId,
                                                               const QString &exerciseId)
{
    Statement list(m_db,
                   QByteArray(QByteArray(kTopic)
                              + "WHERE t.course=? AND t.exercise=? AND t.exercise<>''"
                                " ORDER BY t.last_post DESC LIMIT 100")
                       .constData());
    return allRows<ForumTopic>(list.bind(courseId, exerciseId), topicFrom);
}

Result<std::vector<ForumPost>> ForumReading::recentPosts(int count)
{
    Statement list(m_db, QByteArray(QByteArray(kPost) + "ORDER BY p.id DESC LIMIT ?").constData());
    return allRows<ForumPost>(list.bind(std::clamp(count, 0, kMostRows)), postFrom);
}

Result<ForumUserCard> ForumReading::userCard(qint64 userId)
{
    Statement find(
        m_db,
        "SELECT u.id, u.name, u.trust, u.staff, u.moderates, (SELECT COUNT(*) FROM post WHERE author=u.id),"
        " (SELECT COUNT(*) FROM topic WHERE author=u.id) FROM user u WHERE u.id=?");
    const auto row = find.bind(userId).next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, u"no user %1 here"_s.arg(userId));
    }
    ForumUserCard card;
    card.user = {find.integer(0), find.text(1), static_cast<int>(find.integer(2)), find.integer(3) != 0,
                 find.integer(4) != 0};
    card.posts = static_cast<int>(find.integer(5));
    card.topics = static_cast<int>(find.integer(6));
    return card;
}

Result<std::vector<ForumNotification>> ForumReading::notifications()
{
    Statement list(m_db,
                   "SELECT id, kind, title, text, topic, post, at, read, kind <> 0"
                   " OR id > COALESCE((SELECT CAST(value AS INTEGER) FROM state WHERE key='quiet_to'), 0)"
                   " FROM notification ORDER BY at DESC, id DESC LIMIT ?");
    return allRows<ForumNotification>(list.bind(kMostNotifications), [](const Statement &row) {
        ForumNotification notice;
        notice.id = row.integer(0);
        const auto kind
            = std::clamp<qint64>(row.integer(1), 0, static_cast<qint64>(ForumNotification::Kind::Topic));
        notice.kind = static_cast<ForumNotification::Kind>(kind);
        notice.title = row.text(2);
        notice.text = row.text(3);
        notice.topicId = row.integer(4);
        notice.postId = row.integer(5);
        notice.atUtc = row.time(6);
        notice.read = row.integer(7) != 0;
        notice.news = row.integer(8) != 0; // posts become notifications only once there was a whole copy
        return notice;
    });
}

Result<std::vector<BlogPost>> ForumReading::blogPosts()
{
    Statement list(
        m_db, "SELECT slug, id, title, author, intro, '', at, minutes FROM blog ORDER BY at DESC, id DESC");
    return allRows<BlogPost>(list, blogFrom);
}

Result<std::optional<BlogPost>> ForumReading::blogPost(const QString &slug)
{
    Statement find(m_db, "SELECT slug, id, title, author, intro, text, at, minutes FROM blog WHERE slug=?");
    return one<BlogPost>(find.bind(slug), blogFrom);
}

} // namespace studio::store
