#include "support/model_platform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace studio::test {

using namespace Qt::StringLiterals;
using sync::Failure;
using sync::HttpError;
using sync::HttpRequest;
using sync::HttpResponse;
using sync::HttpResult;

namespace {

HttpResult json(int status, const QJsonObject &body)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json";
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

HttpResult html(int status)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/html";
    response.body = "<!DOCTYPE html><html><body>Please sign in to the school Wi-Fi</body></html>";
    return response;
}

HttpResult lost(bool maybeArrived)
{
    return tl::unexpected(
        HttpError{maybeArrived ? Failure::Cut : Failure::Refused, u"model"_s, maybeArrived, {}});
}

HttpResult missing()
{
    return json(404, {{u"detail"_s, u"No Lesson matches the given query."_s}});
}

HttpResult missingAs500()
{
    return json(500, {{u"error"_s, u"No Lesson matches the given query."_s}});
}

qint64 courseOf(qint64 lesson)
{
    return (lesson - 1) / 10 + 1;
}

} // namespace

quint64 ModelPlatform::start(HttpRequest request)
{
    const quint64 id = ++m_last;
    m_done.push_back({id, dead || offline ? lost(false) : through(request)});
    m_inFlightMost = std::max(m_inFlightMost, static_cast<int>(m_done.size()));
    return id;
}

std::vector<sync::HttpCompletion> ModelPlatform::wait(std::chrono::milliseconds, const std::stop_token &)
{
    std::vector<sync::HttpCompletion> held = takeHeldBack();
    if (!held.empty() || m_done.empty()) {
        return held;
    }
    m_clock.pass(std::chrono::milliseconds(20));
    const auto one = m_done.begin()
        + std::uniform_int_distribution<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(m_done.size()) - 1)(
                         m_random);
    held.push_back(std::move(*one));
    m_done.erase(one);
    return held;
}

void ModelPlatform::cancel(quint64 id)
{
    for (sync::HttpCompletion &each : m_done) {
        if (each.id == id) {
            each.result = tl::unexpected(HttpError{Failure::Cancelled, u"cancelled"_s, true, {}});
        }
    }
}

HttpResult ModelPlatform::through(const HttpRequest &request)
{
    ++m_requests;
    const bool isTime = request.body.contains("time_spent");
    if (std::uniform_real_distribution<>(0, 1)(m_random) >= faults) {
        return handle(request);
    }
    const int kind = serverErrorsOnly ? 3 : std::uniform_int_distribution<>(0, 7)(m_random);
    switch (kind) {
    case 0: // never got there
        return lost(false);
    case 1: // the request was lost on the way, and nobody can tell
        m_ambiguousTimes += isTime ? 1 : 0;
        return lost(true);
    case 2: // done, and the answer was lost
        (void)handle(request).has_value();
        m_ambiguousTimes += isTime ? 1 : 0;
        return lost(true);
    case 3:
        m_ambiguousTimes += isTime ? 1 : 0;
        return json(500, {{u"error"_s, u"boom"_s}});
    case 4:
        return json(403, {{u"detail"_s, u"You do not have permission to perform this action."_s}});
    case 5:
        return html(200);
    case 6:
        return json(401,
                    {{u"detail"_s, u"Given token not valid for any token type"_s},
                     {u"code"_s, u"token_not_valid"_s}});
    default: // libcurl repeats by itself what it sent on a connection that died
        if (!request.freshConnection) {
            (void)handle(request).has_value();
        }
        return handle(request);
    }
}

ModelPlatform::Row &ModelPlatform::row(qint64 lesson)
{
    Row &found = rows[lesson];
    if (found.id == 0) {
        found.id = ++m_lastRow;
    }
    return found;
}

HttpResult ModelPlatform::lesson(qint64 id, const QByteArray &method, const QByteArray &action,
                                 const QJsonObject &body)
{
    const bool gone = deleted.contains(id);
    if (action.isEmpty()) {
        return gone ? missing() : json(200, {{u"id"_s, id}});
    }
    if (action == "complete" || action == "start") {
        if (gone) {
            return missing();
        }
        row(id).done |= action == "complete";
        return json(200, {{u"message"_s, u"Lesson completed"_s}});
    }
    if (gone) {
        return missingAs500();
    }
    if (action == "progress" && method == "GET") {
        const Row now = rows.contains(id) ? rows[id] : Row();
        return json(200,
                    {{u"lesson_id"_s, id},
                     {u"started"_s, now.id != 0},
                     {u"completed"_s, now.done},
                     {u"time_spent"_s, now.minutes},
                     {u"content_position"_s, now.position},
                     {u"bookmarked"_s, now.bookmarked}});
    }
    if (action == "position") {
        Row &now = row(id);
        now.position = body.value("content_position"_L1).toInteger();
        now.minutes += body.value("time_spent"_L1).toInteger();
        return json(
            200,
            {{u"success"_s, true}, {u"content_position"_s, now.position}, {u"time_spent"_s, now.minutes}});
    }
    if (action == "bookmark") {
        row(id).bookmarked = body.value("bookmarked"_L1).toBool();
        return json(200, {{u"success"_s, true}, {u"bookmarked"_s, row(id).bookmarked}});
    }
    return html(404);
}

namespace {

QJsonObject rowJson(qint64 lesson, const ModelPlatform::Row &row)
{
    const QJsonObject user{{u"id"_s, 7},
                           {u"username"_s, u"ada"_s},
                           {u"email"_s, u"a@example.org"_s},
                           {u"first_name"_s, u"Ada"_s},
                           {u"last_name"_s, u"L"_s},
                           {u"is_active"_s, true}};
    return {{u"id"_s, row.id},
            {u"user"_s, user},
            {u"lesson"_s,
             QJsonObject{{u"id"_s, lesson},
                         {u"title"_s, u"T"_s},
                         {u"course"_s, QJsonObject{{u"id"_s, courseOf(lesson)}}}}},
            {u"started"_s, true},
            {u"completed"_s, row.done},
            {u"time_spent"_s, row.minutes},
            {u"content_position"_s, row.position},
            {u"notes"_s, row.notes},
            {u"bookmarked"_s, row.bookmarked}};
}

HttpResult page(const QJsonArray &items)
{
    return json(200,
                {{u"count"_s, items.size()},
                 {u"next"_s, QJsonValue()},
                 {u"previous"_s, QJsonValue()},
                 {u"results"_s, items}});
}

} // namespace

HttpResult ModelPlatform::progressList() const
{
    QJsonArray items;
    for (const auto &[lesson, row] : rows) {
        if (!deleted.contains(lesson)) {
            items.append(rowJson(lesson, row));
        }
    }
    return page(items);
}

HttpResult ModelPlatform::progressRow(qint64 id, const QByteArray &method, const QJsonObject &body)
{
    for (auto &[lesson, row] : rows) {
        if (row.id == id && !deleted.contains(lesson)) {
            if (method == "PATCH" && body.contains("notes"_L1)) {
                row.notes = body.value("notes"_L1).toString();
            }
            return json(200, rowJson(lesson, row));
        }
    }
    return json(404, {{u"detail"_s, u"No LessonProgress matches the given query."_s}});
}

HttpResult ModelPlatform::course(qint64 id, const QByteArray &action)
{
    if (action == "enroll") {
        const bool isNew = enrolled.insert(id).second;
        return json(isNew ? 201 : 200, {{u"message"_s, u"Enrolled successfully"_s}});
    }
    if (action == "unenroll") {
        if (enrolled.erase(id) == 0) {
            return json(404, {{u"message"_s, u"Not enrolled"_s}});
        }
        HttpResponse response;
        response.status = 204;
        return response;
    }
    return json(200, {{u"id"_s, id}});
}

HttpResult ModelPlatform::handle(const HttpRequest &request)
{
    const QString path = QUrl::fromEncoded(request.url).path();
    const QStringList parts = path.section(u"/api/v1/"_s, 1).split(u'/', Qt::SkipEmptyParts);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString what = parts.value(0);
    const qint64 id = parts.value(1).toLongLong();
    const QByteArray action = parts.value(2).toLatin1();
    if (what == "lessons"_L1) {
        return lesson(id, request.method, action, body);
    }
    if (what == "progress"_L1) {
        return id == 0 ? progressList() : progressRow(id, request.method, body);
    }
    if (what == "courses"_L1) {
        return course(id, action);
    }
    if (what == "enrollments"_L1) {
        QJsonArray items;
        for (const qint64 course : enrolled) {
            items.append(QJsonObject{{u"id"_s, 1000 + course},
                                     {u"course"_s, QJsonObject{{u"id"_s, course}}},
                                     {u"enrolled_at"_s, u"2026-01-01T00:00:00Z"_s},
                                     {u"completed"_s, false}});
        }
        return page(items);
    }
    if (what == "exercises"_L1 && action == "submit") {
        submissions.insert(body.value("code"_L1).toString());
        return json(200,
                    {{u"success"_s, true},
                     {u"submission_id"_s, u"s-%1"_s.arg(++m_attempts)},
                     {u"attempt_number"_s, m_attempts},
                     {u"score"_s, 100},
                     {u"passed_tests"_s, 1},
                     {u"total_tests"_s, 1},
                     {u"is_correct"_s, true},
                     {u"test_results"_s, QJsonArray()}});
    }
    if (what == "exercises"_L1) {
        return html(500); // what exists answers so
    }
    if (what == "auth"_L1) {
        return json(200,
                    {{u"authenticated"_s, true},
                     {u"user"_s,
                      QJsonObject{{u"id"_s, 7},
                                  {u"username"_s, u"ada"_s},
                                  {u"email"_s, u"a@example.org"_s},
                                  {u"first_name"_s, u"Ada"_s},
                                  {u"last_name"_s, u"L"_s}}}});
    }
    return html(404);
}

} // namespace studio::test
