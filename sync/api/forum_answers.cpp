#include "sync/api/forum_answers.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 150;
constexpr qsizetype kLongestLine = 2000;

/// A count as the program keeps it: hostile ones end at the edges.
int count(Fields &in, const char *key)
{
    return static_cast<int>(
        std::clamp<qint64>(in.numberIf(key).value_or(0), 0, std::numeric_limits<qint32>::max()));
}

/// One line, without what a list could stumble over.
QString line(const QString &text, qsizetype most)
{
    return text.left(most * 4).simplified().left(most);
}

/// The author; none when the account is gone.
ForumUser userIf(Fields &in, const char *key)
{
    return in.has(key) ? in.one<ForumUser>(key) : ForumUser();
}

void readForum(Fields &in, ForumInfo &out)
{
    out.id = in.id("id");
    out.name = line(in.text("name"), kLongestSubject);
    out.slug = in.text("slug").left(kLongestSubject);
    out.description = in.textIf("description").left(kLongestLine);
}

/// Of the list of forums: `type` says what it is, and only forums have counts.
struct ForumRow
{
    ForumInfo forum;
};

void read(Fields &in, ForumRow &out)
{
    readForum(in, out.forum);
    out.forum.topics = count(in, "topics_count");
    out.forum.posts = count(in, "posts_count");
    if (in.has("last_post")) {
        QString ignored; // a strange last post is no reason to do without the forum
        Fields last(in.object("last_post"), u"last_post"_s, &ignored);
        out.forum.lastPostUtc = last.timeIf("created_at");
    }
}

struct CategoryRow
{
    ForumInfo category;
    std::vector<ForumRow> forums;
    QStringList skipped;
};

void read(Fields &in, CategoryRow &out)
{
    readForum(in, out.category);
    out.category.isCategory = true;
    out.forums = in.listIf<ForumRow>("forums", out.skipped);
}

void success(Fields &in)
{
    if (!in.flag("success")) {
        in.wrong("success", u"not true"_s);
    }
}

} // namespace

void read(Fields &in, ForumUser &out)
{
    out.id = in.id("id");
    out.name = line(in.text("username"), kLongestName);
    out.staff = in.flagIf("is_staff").value_or(false);
    if (in.has("trust_level")) {
        QString ignored;
        Fields trust(in.object("trust_level"), u"trust_level"_s, &ignored);
        out.trustLevel = static_cast<int>(std::clamp<qint64>(trust.numberIf("level").value_or(0), 0, 4));
        out.canModerate = trust.flagIf("can_moderate").value_or(false);
    }
}

void read(Fields &in, ForumListDto &out)
{
    const QJsonArray categories = in.array("categories");
    QSet<qint64> seen; // the same id twice would be two places with one content
    for (CategoryRow &row : Fields::itemsOf<CategoryRow>(categories, u"categories"_s, out.skipped)) {
        if (seen.contains(row.category.id)) {
            continue;
        }
        seen.insert(row.category.id);
        out.forums.push_back(row.category);
        out.skipped += row.skipped;
        for (ForumRow &each : row.forums) {
            if (seen.contains(each.forum.id)) {
                continue;
            }
            seen.insert(each.forum.id);
            each.forum.categoryId = row.category.id;
            out.forums.push_back(std::move(each.forum));
        }
    }
}

void read(Fields &in, ForumTopic &out)
{
    out.id = in.id("id");
    out.subject = line(in.text("subject"), kLongestSubject);
    out.slug = in.textIf("slug").left(kLongestSubject);
    out.author = userIf(in, "poster");
    out.createdUtc = in.time("created");
    out.updatedUtc = in.timeIf("updated");
    out.lastPostUtc = in.timeIf("last_post_on");
    out.views = count(in, "views_count");
    out.posts = count(in, "posts_count");
    const qint64 type = in.numberIf("type").value_or(0);
    out.announcement = type == 2;
    out.pinned = in.flagIf("is_pinned").value_or(type == 1) || out.announcement;
    out.locked = in.flagIf("is_locked").value_or(false);
    if (in.has("forum")) {
        out.forumId = in.object("forum").value("id"_L1).toInteger(0);
    }
    if (in.has("last_post_info")) {
        QString ignored;
        Fields last(in.object("last_post_info"), u"last_post_info"_s, &ignored);
        out.lastAuthor = userIf(last, "poster");
    }
    if (!in.flagIf("approved").value_or(true)) {
        in.wrong("approved", u"not to be shown"_s);
    }
}

void read(Fields &in, TopicDetailDto &out)
{
    read(in, out.topic);
    out.subscribed = in.flagIf("is_subscribed").value_or(false);
}

void read(Fields &in, ForumPost &out)
{
    out.id = in.id("id");
    out.author = userIf(in, "poster");
    out.text = in.text("content").left(kLongestKeptPost);
    out.createdUtc = in.time("created");
    out.updatedUtc = in.timeIf("updated");
    out.position = count(in, "position");
    out.head = in.flagIf("is_topic_head").value_or(out.position == 1);
    if (in.has("permissions")) {
        QString ignored;
        Fields may(in.object("permissions"), u"permissions"_s, &ignored);
        out.mayEdit = may.flagIf("can_edit").value_or(false);
        out.mayDelete = may.flagIf("can_delete").value_or(false);
    }
    if (!in.flagIf("approved").value_or(true)) {
        in.wrong("approved", u"not to be shown"_s);
    }
}

void read(Fields &in, ForumPostDetailDto &out)
{
    read(in, out.post);
    const QJsonObject topic = in.objectIf("topic_info");
    out.post.topicId = topic.value("id"_L1).toInteger(0);
    out.forumId = topic.value("forum_id"_L1).toInteger(0);
}

void read(Fields &in, TopicMadeAnswer &out)
{
    success(in);
    QString problem;
    Fields topic(in.object("topic"), u"topic"_s, &problem);
    out.topicId = topic.id("id");
    out.createdUtc = topic.timeIf("created");
    out.author = userIf(topic, "poster");
    out.forumId = topic.objectIf("forum").value("id"_L1).toInteger(0);
    if (!problem.isEmpty()) {
        in.wrong("topic", problem);
    }
}

void read(Fields &in, ReplyMadeAnswer &out)
{
    success(in);
    QString problem;
    Fields post(in.object("post"), u"post"_s, &problem);
    out.post.id = post.id("id");
    out.post.text = post.textIf("content").left(kLongestKeptPost);
    out.post.createdUtc = post.timeIf("created");
    out.post.updatedUtc = out.post.createdUtc;
    out.post.author = userIf(post, "poster");
    out.post.position = count(post, "position");
    out.post.topicId = post.objectIf("topic").value("id"_L1).toInteger(0);
    out.post.mayEdit = true;
    out.post.mayDelete = true;
    if (!problem.isEmpty()) {
        in.wrong("post", problem);
    }
}

void read(Fields &in, SubscribeAnswer &out)
{
    success(in);
    out.subscribed = in.flag("subscribed");
}

void read(Fields &in, ForumDoneAnswer &out)
{
    Q_UNUSED(out)
    success(in);
}

void read(Fields &in, SubscriptionDto &out)
{
    out.topicId = in.id("id");
}

void read(Fields &in, ForumNotification &out)
{
    out.id = in.id("id");
    out.kind = ForumNotification::Kind::Platform;
    out.title = line(in.text("title"), kLongestSubject);
    out.text = line(in.textIf("message"), kLongestLine);
    out.read = in.flag("is_read");
    out.atUtc = in.time("created_at");
    if (const auto link = studioLinkFrom(in.textIf("action_url").left(kLongestLine))) {
        out.topicId = link->kind == StudioLink::Kind::Topic ? link->id : 0;
        out.postId = link->kind == StudioLink::Kind::Post ? link->id : 0;
    }
}

void read(Fields &in, ForumUserCard &out)
{
    out.user.id = in.id("id");
    out.user.name = line(in.text("username"), kLongestName);
    out.joinedUtc = in.timeIf("date_joined");
    QString ignored;
    Fields trust(in.objectIf("trust_level"), u"trust_level"_s, &ignored);
    out.user.trustLevel = static_cast<int>(std::clamp<qint64>(trust.numberIf("level").value_or(0), 0, 4));
    out.trustName = line(trust.textIf("level_name"), kLongestName);
    Fields numbers(in.objectIf("statistics"), u"statistics"_s, &ignored);
    out.topics = count(numbers, "topics_created");
    out.posts = count(numbers, "posts_created");
    out.badges = in.textsIf("badges").mid(0, 50);
    out.fromPlatform = true;
}

void read(Fields &in, QueuedPost &out)
{
    out.id = in.id("id");
    QString problem;
    Fields post(in.object("post"), u"post"_s, &problem);
    out.postId = post.id("id");
    out.text = post.text("content").left(kLongestKeptPost);
    out.atUtc = post.timeIf("created");
    out.author = line(post.objectIf("poster").value("username"_L1).toString(), kLongestName);
    const QJsonObject topic = post.objectIf("topic");
    out.topicId = topic.value("id"_L1).toInteger(0);
    out.subject = line(topic.value("subject"_L1).toString(), kLongestSubject);
    out.reason = line(in.textIf("reason"), kLongestLine);
    if (!problem.isEmpty()) {
        in.wrong("post", problem);
    }
}

void read(Fields &in, ReviewQueueDto &out)
{
    out.posts = Fields::itemsOf<QueuedPost>(in.array("queue"), u"queue"_s, out.skipped);
}

void read(Fields &in, BlogPost &out)
{
    out.id = in.id("id");
    out.title = line(in.text("title"), kLongestSubject);
    out.slug = in.text("slug").left(kLongestSubject);
    out.intro = line(in.textIf("intro"), kLongestLine);
    if (in.has("author")) {
        const QJsonObject author = in.object("author");
        const QString shown = author.value("display_name"_L1).toString();
        out.author = line(shown.isEmpty() ? author.value("username"_L1).toString() : shown, kLongestName);
    }
    const QDate date = QDate::fromString(in.textIf("date"), Qt::ISODate);
    out.dateUtc = date.isValid() ? date.startOfDay(Qt::UTC) : QDateTime();
    out.readingMinutes = count(in, "reading_time");
    if (out.slug.isEmpty()) {
        in.wrong("slug", u"a text is missing"_s);
    }
}

void read(Fields &in, BlogDetailDto &out)
{
    read(in, out.post);
    out.body = in.array("body");
}

} // namespace studio::sync
