#include "sync/api/forum_endpoints.h"

#include <QJsonDocument>
#include <QUrl>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kWriteTimeout{60}; ///< An answer given up is one that has to be looked for.

QByteArray item(const char *list, qint64 id, const char *action = "")
{
    QByteArray path = QByteArray(list) + '/' + QByteArray::number(id) + '/';
    if (*action != '\0') {
        path += QByteArray(action) + '/';
    }
    return path;
}

QByteArray paged(const char *list, int page)
{
    return QByteArray(list) + "/?page_size=" + QByteArray::number(ForumEndpoints::kPageSize)
        + "&page=" + QByteArray::number(page);
}

QByteArray since(const QDateTime &utc)
{
    return utc.isValid() ? "&updated_since=" + utc.toUTC().toString(Qt::ISODateWithMs).toLatin1()
                         : QByteArray();
}

const char *wordOf(ModerationAction::Kind kind)
{
    switch (kind) {
    case ModerationAction::Kind::Lock:
        return "lock";
    case ModerationAction::Kind::Unlock:
        return "unlock";
    case ModerationAction::Kind::Pin:
        return "pin";
    case ModerationAction::Kind::Unpin:
        return "unpin";
    case ModerationAction::Kind::Move:
        return "move";
    case ModerationAction::Kind::Delete:
        return "delete";
    }
    Q_UNREACHABLE();
}

} // namespace

HttpRequest ForumEndpoints::get(const QByteArray &path) const
{
    HttpRequest request;
    request.url = m_server + "/api/" + path;
    return request;
}

HttpRequest ForumEndpoints::send(const QByteArray &method, const QByteArray &path,
                                 const QJsonObject &body) const
{
    HttpRequest request = get(path);
    request.method = method;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.timeout = kWriteTimeout;
    return request;
}

HttpRequest ForumEndpoints::forums() const
{
    return get("v2/forum/forums/");
}

HttpRequest ForumEndpoints::topics(qint64 forumId, int page, const QDateTime &updatedSinceUtc) const
{
    QByteArray path = paged("v2/forum/topics", page) + since(updatedSinceUtc);
    if (forumId != 0) {
        path += "&forum_id=" + QByteArray::number(forumId);
    }
    return get(path);
}

HttpRequest ForumEndpoints::topic(qint64 topicId) const
{
    return get(item("v2/forum/topics", topicId));
}

HttpRequest ForumEndpoints::posts(qint64 topicId, int page, const QDateTime &updatedSinceUtc) const
{
    return get(paged("v2/forum/posts", page) + "&topic_id=" + QByteArray::number(topicId)
               + since(updatedSinceUtc));
}

HttpRequest ForumEndpoints::headPost(qint64 topicId) const
{
    return get("v2/forum/posts/?page_size=1&page=1&topic_id=" + QByteArray::number(topicId));
}

HttpRequest ForumEndpoints::post(qint64 postId) const
{
    return get(item("v2/forum/posts", postId));
}

HttpRequest ForumEndpoints::subscriptions(qint64 userId, int page) const
{
    return get(paged(
        QByteArray("v1/forums/users/" + QByteArray::number(userId) + "/subscriptions").constData(), page));
}

HttpRequest ForumEndpoints::notifications(int page) const
{
    return get(paged("v1/notifications", page));
}

HttpRequest ForumEndpoints::userCard(qint64 userId) const
{
    return get(item("v1/forums/users", userId, "profile"));
}

HttpRequest ForumEndpoints::blogPosts() const
{
    return get("v1/blog/?page_size=1000"); // this list has no largest page
}

HttpRequest ForumEndpoints::blogPost(const QString &slug) const
{
    // A slug comes from an answer: it must not leave its place in the address.
    QByteArray escaped = QUrl::toPercentEncoding(slug);
    if (escaped == "." || escaped == "..") {
        escaped.replace(".", "%2E");
    }
    return get("v1/blog/" + escaped + '/');
}

HttpRequest ForumEndpoints::newTopic(qint64 forumId, const QString &subject, const QString &text) const
{
    HttpRequest request = send("POST", "v1/topics/create/",
                               {{u"forum_id"_s, forumId}, {u"subject"_s, subject}, {u"content"_s, text}});
    request.freshConnection = true;
    return request;
}

HttpRequest ForumEndpoints::reply(qint64 topicId, const QString &text) const
{
    HttpRequest request = send("POST", item("v1/topics", topicId, "reply"), {{u"content"_s, text}});
    request.freshConnection = true;
    return request;
}

HttpRequest ForumEndpoints::editPost(qint64 postId, const QString &text) const
{
    return send("PATCH", item("v2/forum/posts", postId), {{u"content"_s, text}});
}

HttpRequest ForumEndpoints::editSubject(qint64 topicId, const QString &subject) const
{
    return send("PATCH", item("v2/forum/topics", topicId), {{u"subject"_s, subject}});
}

HttpRequest ForumEndpoints::deletePost(qint64 postId) const
{
    HttpRequest request = get(item("v2/forum/posts", postId));
    request.method = "DELETE";
    return request;
}

HttpRequest ForumEndpoints::deleteTopic(qint64 topicId) const
{
    HttpRequest request = get(item("v2/forum/topics", topicId));
    request.method = "DELETE";
    return request;
}

HttpRequest ForumEndpoints::subscribe(qint64 topicId) const
{
    return send("POST", item("v1/topics", topicId, "subscribe"), {});
}

HttpRequest ForumEndpoints::unsubscribe(qint64 topicId) const
{
    return send("POST", item("v1/topics", topicId, "unsubscribe"), {});
}

HttpRequest ForumEndpoints::moderate(const ModerationAction &action) const
{
    if (action.kind == ModerationAction::Kind::Delete) {
        return deleteTopic(action.topicId);
    }
    QJsonObject body;
    if (action.kind == ModerationAction::Kind::Move) {
        body.insert(u"forum_id"_s, action.forumId);
    }
    return send("POST", item("v1/topics", action.topicId, wordOf(action.kind)), body);
}

HttpRequest ForumEndpoints::moderationQueue() const
{
    return get("v1/moderation/queue/");
}

HttpRequest ForumEndpoints::review(qint64 queueId, bool approve, const QString &notes) const
{
    return send("POST", item("v1/moderation/queue", queueId, "review"),
                {{u"action"_s, approve ? u"approve"_s : u"reject"_s}, {u"notes"_s, notes}});
}

} // namespace studio::sync
