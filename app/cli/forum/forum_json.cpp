#include "cli/forum/forum_json.h"

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue timeValue(const QDateTime &utc)
{
    return utc.isValid() ? QJsonValue(utc.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue idValue(qint64 id)
{
    return id != 0 ? QJsonValue(id) : QJsonValue();
}

QJsonValue nameValue(const ForumUser &user)
{
    return user.name.isEmpty() ? QJsonValue() : QJsonValue(user.name);
}

QString kindWord(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Topic:
        return u"topic"_s;
    case FoundKind::Post:
        return u"post"_s;
    case FoundKind::Lesson:
        return u"lesson"_s;
    case FoundKind::Exercise:
        return u"exercise"_s;
    case FoundKind::OwnCode:
        return u"code"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject toJson(const ForumInfo &forum)
{
    return {{u"id"_s, forum.id},
            {u"category"_s, idValue(forum.categoryId)},
            {u"is_category"_s, forum.isCategory},
            {u"name"_s, forum.name},
            {u"slug"_s, forum.slug},
            {u"description"_s, forum.description},
            {u"topics"_s, forum.topics},
            {u"posts"_s, forum.posts},
            {u"unread_topics"_s, forum.unreadTopics},
            {u"last_post"_s, timeValue(forum.lastPostUtc)}};
}

QJsonObject toJson(const ForumTopic &topic)
{
    return {{u"id"_s, topic.id},
            {u"forum"_s, idValue(topic.forumId)},
            {u"subject"_s, topic.subject},
            {u"author"_s, nameValue(topic.author)},
            {u"created"_s, timeValue(topic.createdUtc)},
            {u"last_post"_s, timeValue(topic.lastPostUtc)},
            {u"posts"_s, topic.posts},
            {u"loaded"_s, topic.loaded},
            {u"unread"_s, topic.unread},
            {u"views"_s, topic.views},
            {u"pinned"_s, topic.pinned},
            {u"announcement"_s, topic.announcement},
            {u"locked"_s, topic.locked},
            {u"bookmarked"_s, topic.bookmarked},
            {u"subscribed"_s, topic.subscribed},
            {u"own"_s, topic.own}};
}

QJsonObject toJson(const ForumPost &post)
{
    return {{u"id"_s, post.id},
            {u"position"_s, post.position},
            {u"author"_s, nameValue(post.author)},
            {u"created"_s, timeValue(post.createdUtc)},
            {u"updated"_s, timeValue(post.updatedUtc)},
            {u"unread"_s, post.unread},
            {u"bookmarked"_s, post.bookmarked},
            {u"text"_s, post.text}};
}

QJsonObject toJson(const FoundItem &found)
{
    return {{u"kind"_s, kindWord(found.kind)},
            {u"topic"_s, idValue(found.topicId)},
            {u"post"_s, idValue(found.postId)},
            {u"key"_s, found.key.isEmpty() ? QJsonValue() : QJsonValue(found.key)},
            {u"title"_s, found.title},
            {u"snippet"_s, found.snippet},
            {u"where"_s, found.where},
            {u"author"_s, found.author.isEmpty() ? QJsonValue() : QJsonValue(found.author)},
            {u"at"_s, timeValue(found.atUtc)},
            {u"unread"_s, found.unread}};
}

QJsonObject toJson(const ForumWriting &writing)
{
    return {{u"number"_s, writing.seq},
            {u"operation"_s, QString::fromLatin1(writing.operationId.toHex())},
            {u"kind"_s, toString(writing.kind)},
            {u"state"_s, toString(writing.state)},
            {u"held"_s, writing.held},
            {u"topic"_s, idValue(writing.topicId)}};
}

} // namespace studio::cli
