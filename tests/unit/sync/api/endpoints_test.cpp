#include "sync/api/endpoints.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

const Endpoints kApi(u"https://Learn.example.org:8443/"_s);

QJsonObject bodyOf(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

bool hasHeader(const HttpRequest &request, const QByteArray &line)
{
    return std::find(request.headers.begin(), request.headers.end(), line) != request.headers.end();
}

} // namespace

TEST_CASE("every address begins at the platform and ends in a slash")
{
    CHECK(kApi.host() == "learn.example.org:8443");
    const std::vector<HttpRequest> all = {kApi.capabilities(),
                                          kApi.authUser(),
                                          kApi.me(),
                                          kApi.notifications(1),
                                          kApi.startLesson(1),
                                          kApi.completeLesson(1),
                                          kApi.position(1, 2),
                                          kApi.addMinutes(1, 2, 3),
                                          kApi.bookmark(1, true),
                                          kApi.lessonProgress(1),
                                          kApi.progressRows(2),
                                          kApi.patchProgress(4, {}),
                                          kApi.submit(9, u"x"_s),
                                          kApi.submissions(9),
                                          kApi.exerciseAnswer(u"cms"_s, 9),
                                          kApi.putExerciseAnswer(u"cms"_s, 9, {}, {}),
                                          kApi.enrolClassic(5),
                                          kApi.leaveClassic(5),
                                          kApi.enrolments(1),
                                          kApi.enrolPages(u"a"_s),
                                          kApi.leavePages(u"a"_s),
                                          kApi.pagesEnrolment(u"a"_s),
                                          kApi.categories(1),
                                          kApi.classicCourses(1),
                                          kApi.classicCourse(5),
                                          kApi.classicCourseLessons(5),
                                          kApi.lessons(1),
                                          kApi.lesson(1),
                                          kApi.classicExercises(1),
                                          kApi.classicExercise(1),
                                          kApi.testCases(1),
                                          kApi.learningIndex(),
                                          kApi.pageCourses(),
                                          kApi.pageCourse(u"a"_s),
                                          kApi.pageCourseExercises(u"a"_s),
                                          kApi.pageLesson(u"a"_s, u"b"_s),
                                          kApi.pageExercises(),
                                          kApi.pageExercise(u"a"_s),
                                          kApi.stepExercise(u"a"_s)};
    for (const HttpRequest &request : all) {
        INFO(request.url.toStdString());
        CHECK(request.url.startsWith("https://Learn.example.org:8443/api/v1/"));
        CHECK(request.url.split('?').first().endsWith('/'));
        CHECK(request.url.count("//") == 1);
    }
}

TEST_CASE("what must not arrive twice goes on a fresh connection")
{
    CHECK(kApi.submit(9, u"x"_s).freshConnection);
    CHECK(kApi.addMinutes(1, 0, 5).freshConnection);
    CHECK_FALSE(kApi.completeLesson(1).freshConnection);
    CHECK(kApi.leaveClassic(5).closeAfter);
    CHECK(kApi.leaveClassic(5).method == "DELETE");
}

TEST_CASE("positions are sent without time, and within what the platform takes")
{
    CHECK(bodyOf(kApi.position(1, -5)) == QJsonObject{{u"content_position"_s, 0}});
    CHECK(bodyOf(kApi.position(1, qint64(1) << 40)).value("content_position"_L1).toInteger() == 2147483647);
    CHECK(bodyOf(kApi.addMinutes(1, 40, 5))
          == QJsonObject{{u"content_position"_s, 40}, {u"time_spent"_s, 5}});
}

TEST_CASE("a bookmark is a truth value, never a text")
{
    CHECK(kApi.bookmark(1, false).body == R"({"bookmarked":false})");
}

TEST_CASE("a patch holds only what changes")
{
    CHECK(bodyOf(kApi.patchProgress(4, {})).isEmpty());
    ProgressPatch patch;
    patch.notes = u"n"_s;
    patch.minutes = 12;
    CHECK(kApi.patchProgress(4, patch).body == R"({"notes":"n","time_spent":12})");
    CHECK(kApi.patchProgress(4, patch).url.endsWith("/progress/4/"));
}

TEST_CASE("one's own name is all of the account that is sent")
{
    CHECK(bodyOf(kApi.patchMe(u"Ada"_s, u"L"_s)).keys() == QStringList{u"first_name"_s, u"last_name"_s});
}

TEST_CASE("a slug stays in its place of the address")
{
    CHECK(kApi.pageCourse(u"../../auth/logout"_s).url.endsWith("/courses/..%2F..%2Fauth%2Flogout/"));
    CHECK(kApi.pageCourse(u".."_s).url.endsWith("/courses/%2E%2E/"));
    CHECK(kApi.pageCourse(u"a?b#c d\r\nX: y"_s).url.endsWith("/courses/a%3Fb%23c%20d%0D%0AX%3A%20y/"));
}

TEST_CASE("an operation can be named and dated for a platform that heeds it")
{
    const QDateTime made(QDate(2026, 11, 28), QTime(1, 2, 3), Qt::UTC);
    const HttpRequest request = onceOnly(kApi.completeLesson(1, made), QByteArray::fromHex("00ff10"));
    CHECK(hasHeader(request, "Idempotency-Key: 00ff10"));
    CHECK(bodyOf(request).value("occurred_at"_L1).toString() == u"2026-11-28T01:02:03.000Z"_s);
    CHECK(bodyOf(kApi.completeLesson(1)).isEmpty());
    CHECK(hasHeader(withBearer(kApi.me(), "abc"), "Authorization: Bearer abc"));
}

TEST_CASE("an answer is put only over the version it was made from")
{
    CHECK(hasHeader(kApi.putExerciseAnswer(u"cms"_s, 9, {}, 3), "If-Match: \"3\""));
    CHECK(hasHeader(kApi.putExerciseAnswer(u"cms"_s, 9, {}, 0), "If-None-Match: *"));
    CHECK(kApi.putExerciseAnswer(u"cms"_s, 9, {}, {}).headers.empty());
    CHECK(kApi.putExerciseAnswer(u"cms"_s, 9, {}, {}).url
          == "https://Learn.example.org:8443/api/v1/exercise-answers/cms/9/");
}
