#include "sync/api/endpoints.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <limits>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostPosition = std::numeric_limits<qint32>::max(); // more is 500

QByteArray segment(const QString &slug)
{
    // A slug comes from an answer: it must not leave its place in the address. `.` is not escaped by itself.
    const QByteArray escaped = QUrl::toPercentEncoding(slug);
    return escaped == "." ? QByteArray("%2E") : escaped == ".." ? QByteArray("%2E%2E") : escaped;
}

QByteArray item(const char *list, qint64 id, const char *action = "")
{
    QByteArray path = QByteArray(list) + '/' + QByteArray::number(id) + '/';
    if (*action != '\0') {
        path += QByteArray(action) + '/';
    }
    return path;
}

QByteArray paged(const char *list, int page, const QDateTime &since = {})
{
    QByteArray path = QByteArray(list) + "/?page_size=100&page=" + QByteArray::number(page);
    if (since.isValid()) {
        path += "&updated_since=" + since.toUTC().toString(Qt::ISODateWithMs).toLatin1();
    }
    return path;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject madeAt(const QDateTime &madeUtc, QJsonObject body = {})
{
    if (madeUtc.isValid()) {
        body.insert(u"occurred_at"_s, madeUtc.toUTC().toString(Qt::ISODateWithMs));
    }
    return body;
}

} // namespace

HttpRequest withBearer(HttpRequest request, const QByteArray &token)
{
    request.headers.push_back("Authorization: Bearer " + token);
    return request;
}

HttpRequest onceOnly(HttpRequest request, const QByteArray &operationId)
{
    request.headers.push_back("Idempotency-Key: " + operationId.toHex());
    return request;
}

Endpoints::Endpoints(const QString &server)
    : m_server(server.toUtf8())
{
    while (m_server.endsWith('/')) {
        m_server.chop(1);
    }
    const QUrl url = QUrl::fromEncoded(m_server);
    m_host = url.host(QUrl::FullyEncoded).toLatin1().toLower();
    if (url.port() > 0) {
        m_host += ':' + QByteArray::number(url.port());
    }
}

HttpRequest Endpoints::get(const QByteArray &path) const
{
    HttpRequest request;
    request.url = m_server + "/api/v1/" + path;
    return request;
}

HttpRequest Endpoints::send(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const
{
    HttpRequest request = get(path);
    request.method = method;
    request.body = compact(body);
    return request;
}

HttpRequest Endpoints::capabilities() const
{
    return get("capabilities/");
}

HttpRequest Endpoints::authUser() const
{
    return get("auth/user/");
}

HttpRequest Endpoints::me() const
{
    return get("users/me/");
}

HttpRequest Endpoints::patchMe(const QString &firstName, const QString &lastName) const
{
    return send("PATCH", "users/me/", {{u"first_name"_s, firstName}, {u"last_name"_s, lastName}});
}

HttpRequest Endpoints::notifications(int page) const
{
    return get(paged("notifications", page));
}

HttpRequest Endpoints::markNotificationRead(qint64 id) const
{
    return send("POST", item("notifications", id, "mark_read"), {});
}

HttpRequest Endpoints::startLesson(qint64 lesson, const QDateTime &madeUtc) const
{
    return send("POST", item("lessons", lesson, "start"), madeAt(madeUtc));
}

HttpRequest Endpoints::completeLesson(qint64 lesson, const QDateTime &madeUtc) const
{
    return send("POST", item("lessons", lesson, "complete"), madeAt(madeUtc));
}

HttpRequest Endpoints::position(qint64 lesson, qint64 position) const
{
    return send("POST", item("lessons", lesson, "position"),
                {{u"content_position"_s, std::clamp<qint64>(position, 0, kMostPosition)}});
}

HttpRequest Endpoints::addMinutes(qint64 lesson, qint64 position, qint64 minutes) const
{
    HttpRequest request = send("POST", item("lessons", lesson, "position"),
                               {{u"content_position"_s, std::clamp<qint64>(position, 0, kMostPosition)},
                                {u"time_spent"_s, std::clamp<qint64>(minutes, 0, kMostPosition)}});
    request.freshConnection = true;
    return request;
}

HttpRequest Endpoints::bookmark(qint64 lesson, bool bookmarked) const
{
    return send("POST", item("lessons", lesson, "bookmark"), {{u"bookmarked"_s, bookmarked}});
}

HttpRequest Endpoints::lessonProgress(qint64 lesson) const
{
    return get(item("lessons", lesson, "progress"));
}

HttpRequest Endpoints::progressRows(int page, const QDateTime &updatedSinceUtc) const
{
    return get(paged("progress", page, updatedSinceUtc));
}

HttpRequest Endpoints::patchProgress(qint64 row, const ProgressPatch &patch) const
{
    QJsonObject body;
    if (patch.minutes) {
        body.insert(u"time_spent"_s, std::clamp<qint64>(*patch.minutes, 0, kMostPosition));
    }
    if (patch.position) {
        body.insert(u"content_position"_s, std::clamp<qint64>(*patch.position, 0, kMostPosition));
    }
    if (patch.bookmarked) {
        body.insert(u"bookmarked"_s, *patch.bookmarked);
    }
    if (patch.notes) {
        body.insert(u"notes"_s, *patch.notes);
    }
    return send("PATCH", item("progress", row), body);
}

HttpRequest Endpoints::submit(qint64 exercise, const QString &code, const QDateTime &madeUtc) const
{
    HttpRequest request
        = send("POST", item("exercises", exercise, "submit"), madeAt(madeUtc, {{u"code"_s, code}}));
    request.freshConnection = true;
    request.timeout = std::chrono::seconds(60); // the platform runs every test case before it answers
    return request;
}

HttpRequest Endpoints::submissions(qint64 exercise) const
{
    return get("submissions/?page_size=100&exercise=" + QByteArray::number(exercise));
}

HttpRequest Endpoints::exerciseAnswer(const QString &catalogue, qint64 exercise) const
{
    return get("exercise-answers/" + segment(catalogue) + '/' + QByteArray::number(exercise) + '/');
}

HttpRequest Endpoints::exerciseAnswers(int page, const QDateTime &updatedSinceUtc) const
{
    return get(paged("exercise-answers", page, updatedSinceUtc));
}

HttpRequest Endpoints::putExerciseAnswer(const QString &catalogue, qint64 exercise, const QJsonObject &values,
                                         std::optional<qint64> ifVersion) const
{
    HttpRequest request
        = send("PUT", exerciseAnswer(catalogue, exercise).url.mid(get({}).url.size()), values);
    if (ifVersion && *ifVersion == 0) {
        request.headers.push_back("If-None-Match: *");
    } else if (ifVersion) {
        request.headers.push_back("If-Match: \"" + QByteArray::number(*ifVersion) + '"');
    }
    return request;
}

HttpRequest Endpoints::enrolClassic(qint64 course) const
{
    return send("POST", item("courses", course, "enroll"), {});
}

HttpRequest Endpoints::leaveClassic(qint64 course) const
{
    HttpRequest request = get(item("courses", course, "unenroll"));
    request.method = "DELETE";
    request.closeAfter = true;
    return request;
}

HttpRequest Endpoints::enrolments(int page, const QDateTime &updatedSinceUtc) const
{
    return get(paged("enrollments", page, updatedSinceUtc));
}

HttpRequest Endpoints::enrolPages(const QString &slug) const
{
    return send("POST", "learning/courses/" + segment(slug) + "/enroll/", {});
}

HttpRequest Endpoints::leavePages(const QString &slug) const
{
    return send("POST", "learning/courses/" + segment(slug) + "/unenroll/", {});
}

HttpRequest Endpoints::pagesEnrolment(const QString &slug) const
{
    return get("learning/courses/" + segment(slug) + "/enrollment-status/");
}

HttpRequest Endpoints::categories(int page) const
{
    return get(paged("categories", page));
}

HttpRequest Endpoints::classicCourses(int page) const
{
    return get(paged("courses", page));
}

HttpRequest Endpoints::classicCourse(qint64 course) const
{
    return get(item("courses", course));
}

HttpRequest Endpoints::classicCourseLessons(qint64 course) const
{
    return get(item("courses", course, "lessons"));
}

HttpRequest Endpoints::lessons(int page) const
{
    return get(paged("lessons", page));
}

HttpRequest Endpoints::lesson(qint64 lesson) const
{
    return get(item("lessons", lesson));
}

HttpRequest Endpoints::classicExercises(int page) const
{
    return get(paged("exercises", page));
}

HttpRequest Endpoints::classicExercise(qint64 exercise) const
{
    return get(item("exercises", exercise));
}

HttpRequest Endpoints::testCases(qint64 exercise) const
{
    return get(item("exercises", exercise, "test_cases"));
}

HttpRequest Endpoints::learningIndex() const
{
    return get("learning/");
}

// The CMS's lists have no largest page, so that one request is enough.
HttpRequest Endpoints::pageCourses() const
{
    return get("learning/courses/?page_size=1000");
}

HttpRequest Endpoints::pageCourse(const QString &slug) const
{
    return get("learning/courses/" + segment(slug) + '/');
}

HttpRequest Endpoints::pageCourseExercises(const QString &slug) const
{
    return get("learning/courses/" + segment(slug) + "/exercises/");
}

HttpRequest Endpoints::pageLesson(const QString &course, const QString &lesson) const
{
    return get("learning/courses/" + segment(course) + "/lessons/" + segment(lesson) + '/');
}

HttpRequest Endpoints::pageExercises() const
{
    return get("wagtail/exercises/?page_size=10000");
}

HttpRequest Endpoints::pageExercise(const QString &slug) const
{
    return get("wagtail/exercises/" + segment(slug) + '/');
}

HttpRequest Endpoints::stepExercise(const QString &slug) const
{
    return get("wagtail/step-exercises/" + segment(slug) + '/');
}

} // namespace studio::sync
