#include "support/fleet_platform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace studio::fleet {

using namespace Qt::StringLiterals;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

HttpResponse json(int status, const QJsonObject &body)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json";
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    response.wireBytes = response.body.size() + 300;
    return response;
}

HttpResponse page(int status, const QByteArray &words)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/html";
    response.body = "<!doctype html><title>" + words + "</title><h1>" + words + "</h1>";
    response.wireBytes = response.body.size() + 300;
    return response;
}

QJsonObject sent(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

/// `lessons`, `17`, `complete`: what stands behind `/api/v1/`.
QList<QByteArray> partsOf(const HttpRequest &request)
{
    QByteArray path = QUrl::fromEncoded(request.url).path(QUrl::FullyEncoded).toLatin1();
    path = path.mid(path.indexOf("/api/v1/") + 8);
    QList<QByteArray> parts = path.split('/');
    parts.removeAll(QByteArray());
    return parts;
}

QJsonObject person(qint64 id)
{
    return {{u"id"_s, id}, {u"username"_s, u"learner%1"_s.arg(id)}};
}

QJsonObject rowOf(qint64 user, qint64 lesson, const ModelPlatform::Lesson &row)
{
    return {{u"id"_s, row.row},
            {u"user"_s, person(user)},
            {u"lesson"_s,
             QJsonObject{{u"id"_s, lesson},
                         {u"title"_s, u"Lesson %1"_s.arg(lesson)},
                         {u"course"_s, QJsonObject{{u"id"_s, courseOfLesson(lesson)}}}}},
            {u"started"_s, true},
            {u"completed"_s, row.done},
            {u"time_spent"_s, row.minutes},
            {u"content_position"_s, row.position},
            {u"notes"_s, QString::fromUtf8(row.notes)},
            {u"bookmarked"_s, row.bookmarked}};
}

/// Of a list, the page that is asked for.
HttpResponse listed(const HttpRequest &request, const QJsonArray &all)
{
    constexpr qsizetype kPage = 100;
    const QUrlQuery query(QUrl::fromEncoded(request.url));
    const qsizetype number = std::max(1, query.queryItemValue(u"page"_s).toInt());
    QJsonArray some;
    for (qsizetype i = (number - 1) * kPage; i < std::min(all.size(), number * kPage); ++i) {
        some.append(all[i]);
    }
    const bool more = all.size() > number * kPage;
    return json(200,
                {{u"count"_s, all.size()},
                 {u"next"_s, more ? QJsonValue(u"http://next"_s) : QJsonValue()},
                 {u"previous"_s, QJsonValue()},
                 {u"results"_s, some}});
}

const HttpResponse kForbidden = json(
    403, {{QStringLiteral("detail"), QStringLiteral("You do not have permission to perform this action.")}});

} // namespace

ModelPlatform::ModelPlatform(World &world, PlatformLimits limits, quint32 seed)
    : m_world(world)
    , m_limits(limits)
    , m_random(seed)
{
}

void ModelPlatform::receive(const Sender &sender, const HttpRequest &request, Reply reply)
{
    const std::size_t number = m_seen.size();
    m_seen.push_back({m_world.time(), Micros(0), 0});
    if (m_down || m_queue.size() >= m_limits.backlog) {
        const HttpResponse refusal = m_down ? page(502, "Bad Gateway") : overloaded();
        m_seen[number].status = refusal.status;
        reply(refusal);
        return;
    }
    m_queue.push_back({number, sender, request, std::move(reply)});
    m_mostWaiting = std::max(m_mostWaiting, m_queue.size());
    beginNext();
}

void ModelPlatform::beginNext()
{
    while (m_working < m_limits.workers && !m_queue.empty()) {
        Waiting next = std::move(m_queue.front());
        m_queue.pop_front();
        Seen &seen = m_seen[next.seen];
        seen.waited = m_world.time() - seen.at;
        if (seen.waited > m_limits.gateway) {
            const HttpResponse late = page(504, "Gateway Timeout");
            seen.status = late.status;
            next.reply(late);
            continue;
        }
        ++m_working;
        const Micros takes = timeFor(next.request);
        m_worked += takes;
        m_world.at(m_world.time() + takes, [this, next = std::move(next)] {
            const HttpResponse answer = work(next.sender, next.request);
            m_seen[next.seen].status = answer.status;
            --m_working;
            next.reply(answer);
            beginNext();
        });
    }
}

HttpResponse ModelPlatform::overloaded() const
{
    HttpResponse response = page(m_limits.overload, "Overloaded");
    if (m_limits.retryAfter > 0) {
        response.headers.emplace_back("retry-after", QByteArray::number(m_limits.retryAfter));
    }
    return response;
}

/// Medians measured at the deployed platform, in milliseconds, give or take a third.
Micros ModelPlatform::timeFor(const HttpRequest &request)
{
    const QByteArray path = request.url;
    double median = 30;
    if (path.contains("/submit/")) {
        median = 250; // it runs the program
    } else if (path.contains("/auth/refresh/")) {
        median = 67;
    } else if (path.contains("/bookmark/")) {
        median = 53;
    } else if (path.contains("/progress/")) {
        median = 44;
    } else if (path.contains("/position/") || path.contains("/complete/") || path.contains("/enroll/")) {
        median = 36;
    } else if (path.contains("/capabilities/")) {
        median = 5; // no such page
    }
    std::uniform_real_distribution<double> spread(0.67, 1.33);
    return Micros(static_cast<qint64>(median * 1000 * m_limits.slowness * spread(m_random)));
}

/// Counts one more in the fixed window of a minute.
bool ModelPlatform::isOver(const QByteArray &group, qint64 who, int perMinute)
{
    if (perMinute <= 0) {
        return false;
    }
    const qint64 window = m_world.time() / std::chrono::minutes(1);
    auto &[number, count] = m_windows[{group, who}];
    count = number == window ? count + 1 : 1;
    number = window;
    return count > perMinute;
}

HttpResponse ModelPlatform::work(const Sender &sender, const HttpRequest &request)
{
    if (isOver("address", sender.address, m_limits.perAddressPerMinute)) {
        return kForbidden;
    }
    if (!m_failing.isEmpty() && request.url.contains(m_failing)) {
        return page(500, "Server Error");
    }
    const QList<QByteArray> parts = partsOf(request);
    const QByteArray what = parts.value(0);
    User &user = m_users[sender.user];
    const qint64 id = parts.value(1).toLongLong();
    if ((what == "lessons" || what == "courses") && parts.size() == 2) {
        return json(200, {{u"id"_s, id}, {u"title"_s, u"It is there"_s}});
    }
    if (what == "lessons" && parts.size() == 3) {
        return lessonAction(user, id, parts[2], request);
    }
    if (what == "exercises" && parts.value(2) == "submit") {
        if (isOver("submit", sender.user, m_limits.submitsPerMinute)) {
            return kForbidden;
        }
        const int attempt = ++user.submissions[id];
        return json(200,
                    {{u"success"_s, true},
                     {u"score"_s, 100},
                     {u"passed_tests"_s, 1},
                     {u"total_tests"_s, 1},
                     {u"is_correct"_s, true},
                     {u"attempt_number"_s, attempt},
                     {u"submission_id"_s, u"%1-%2-%3"_s.arg(sender.user).arg(id).arg(attempt)}});
    }
    if (what == "courses" && parts.value(2) == "enroll") {
        const bool isNew = user.courses.insert(id).second;
        return json(isNew ? 201 : 200, {{u"message"_s, u"Enrolled"_s}});
    }
    if (what == "progress") {
        return progressRows(sender, request);
    }
    if (what == "enrollments") {
        return enrolments(sender);
    }
    if (what == "auth" && parts.value(1) == "refresh") {
        return json(200, {});
    }
    if (what == "auth" && parts.value(1) == "user") {
        return json(200, {{u"user"_s, person(sender.user)}, {u"authenticated"_s, true}});
    }
    return page(404, "Not Found");
}

HttpResponse ModelPlatform::lessonAction(User &user, qint64 lesson, const QByteArray &action,
                                         const HttpRequest &request)
{
    Lesson unseen;
    if (request.method == "GET") {
        const auto known = user.lessons.find(lesson);
        const Lesson &row = known == user.lessons.end() ? unseen : known->second;
        return json(200,
                    {{u"lesson_id"_s, lesson},
                     {u"started"_s, row.row != 0},
                     {u"completed"_s, row.done},
                     {u"time_spent"_s, row.minutes},
                     {u"content_position"_s, row.position},
                     {u"bookmarked"_s, row.bookmarked}});
    }
    Lesson &row = user.lessons[lesson];
    row.row = row.row == 0 ? ++m_lastRow : row.row;
    const QJsonObject body = sent(request);
    if (action == "position") {
        row.position = body.value("content_position"_L1).toInteger();
        row.minutes += body.value("time_spent"_L1).toInteger(); // added each time it arrives
        return json(
            200,
            {{u"success"_s, true}, {u"content_position"_s, row.position}, {u"time_spent"_s, row.minutes}});
    }
    if (action == "bookmark") {
        row.bookmarked = body.value("bookmarked"_L1).toBool();
        return json(200, {{u"success"_s, true}, {u"bookmarked"_s, row.bookmarked}});
    }
    row.done = row.done || action == "complete";
    return json(200, {{u"message"_s, u"Lesson %1"_s.arg(QLatin1StringView(action))}});
}

HttpResponse ModelPlatform::progressRows(const Sender &sender, const HttpRequest &request)
{
    const qint64 wanted = partsOf(request).value(1).toLongLong();
    QJsonArray rows;
    for (auto &[lesson, row] : m_users[sender.user].lessons) {
        if (wanted != 0 && row.row == wanted) {
            if (request.method == "PATCH") {
                row.notes = sent(request).value("notes"_L1).toString(QString::fromUtf8(row.notes)).toUtf8();
            }
            return json(200, rowOf(sender.user, lesson, row));
        }
        rows.append(rowOf(sender.user, lesson, row));
    }
    return wanted != 0 ? json(404, {{u"detail"_s, u"Not found."_s}}) : listed(request, rows);
}

HttpResponse ModelPlatform::enrolments(const Sender &sender)
{
    QJsonArray rows;
    for (const qint64 course : m_users[sender.user].courses) {
        rows.append(QJsonObject{{u"id"_s, sender.user * 1000 + course},
                                {u"course"_s, QJsonObject{{u"id"_s, course}, {u"title"_s, u"A course"_s}}},
                                {u"completed"_s, false}});
    }
    HttpRequest first;
    first.url = "http://model/?page=1";
    return listed(first, rows);
}

} // namespace studio::fleet
