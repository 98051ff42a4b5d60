#include "sync/api/progress_answers.h"

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

/// The platform takes any number up to 2^31-1; less than nothing is none of ours.
qint64 natural(Fields &in, const char *key)
{
    const qint64 number = in.number(key);
    if (number < 0) {
        in.wrong(key, u"less than nothing"_s);
    }
    return number;
}

/// A text, or a number in its place.
QString textOrNumber(Fields &in, const char *key)
{
    const QJsonValue value = in.raw().value(QLatin1StringView(key));
    return value.isDouble() ? QString::number(value.toInteger(0)) : in.textIf(key);
}

} // namespace

void read(Fields &in, LessonProgressDto &out)
{
    out.lessonId = in.id("lesson_id");
    out.started = in.flag("started");
    out.completed = in.flag("completed");
    out.startedUtc = in.timeIf("started_at");
    out.completedUtc = in.timeIf("completed_at");
    out.minutes = natural(in, "time_spent");
    out.position = natural(in, "content_position");
    out.bookmarked = in.flag("bookmarked");
}

void read(Fields &in, LessonProgressRow &out)
{
    out.id = in.id("id");
    const UserDto user = in.one<UserDto>("user");
    out.userId = user.id;
    // Only what a row needs of its lesson: one with a broken text still has progress.
    const QJsonObject lesson = in.object("lesson");
    out.lessonId = lesson.value("id"_L1).toInteger(0);
    out.courseId = lesson.value("course"_L1).toObject().value("id"_L1).toInteger(0);
    out.lessonTitle = lesson.value("title"_L1).toString();
    if (out.lessonId < 1 || out.courseId < 1) {
        in.wrong("lesson", u"not an id"_s);
    }
    out.started = in.flag("started");
    out.completed = in.flag("completed");
    out.startedUtc = in.timeIf("started_at");
    out.completedUtc = in.timeIf("completed_at");
    out.accessedUtc = in.timeIf("last_accessed");
    out.minutes = natural(in, "time_spent");
    out.position = natural(in, "content_position");
    out.notes = in.textIf("notes");
    out.bookmarked = in.flag("bookmarked");
}

void read(Fields &in, MessageAnswer &out)
{
    out.message = in.text("message");
}

void read(Fields &in, PositionAnswer &out)
{
    if (!in.flag("success")) {
        in.wrong("success", u"not true"_s);
    }
    out.position = in.number("content_position");
    out.minutes = in.number("time_spent");
}

void read(Fields &in, BookmarkAnswer &out)
{
    if (!in.flag("success")) {
        in.wrong("success", u"not true"_s);
    }
    out.bookmarked = in.flag("bookmarked");
}

void read(Fields &in, PageEnrolAnswer &out)
{
    out.message = in.text("message");
    const QJsonObject enrolment = in.object("enrollment");
    out.enrolled = enrolment.value("enrolled"_L1).toBool();
    if (!out.enrolled) {
        in.wrong("enrollment", u"not enrolled"_s);
    }
}

void read(Fields &in, CheckResultDto &out)
{
    out.passed = in.flag("passed");
    out.name = in.textIf("test_name");
    out.expected = in.textIf("expected_output");
    out.actual = in.textIf("actual_output");
    out.error = in.textIf("error");
}

void read(Fields &in, SubmitAnswer &out)
{
    out.ran = in.flag("success");
    out.submissionId = textOrNumber(in, "submission_id");
    out.attempt = in.numberIf("attempt_number").value_or(0);
    if (out.ran || !out.submissionId.isEmpty()) {
        out.score = in.real("score");
        out.attempt = in.number("attempt_number");
        if (out.submissionId.isEmpty()) {
            in.wrong("submission_id", u"a text is missing"_s);
        }
    } else {
        out.errorText = in.text("error");
    }
    out.passed = in.numberIf("passed_tests").value_or(0);
    out.total = in.numberIf("total_tests").value_or(0);
    out.correct = in.flagIf("is_correct").value_or(false);
    out.error = in.textIf("error_type");
    if (in.raw().value("error"_L1).isString()) {
        out.errorText = in.raw().value("error"_L1).toString();
    }
    out.checks = in.listIf<CheckResultDto>("test_results", out.skipped);
}

void read(Fields &in, SubmissionDto &out)
{
    out.id = textOrNumber(in, "id");
    if (out.id.isEmpty()) {
        in.wrong("id", u"a text is missing"_s);
    }
    out.exerciseId = in.id("exercise");
    out.clientId = in.textIf("client_id");
    out.score = in.realIf("score").value_or(0);
    out.attempt = in.numberIf("attempt_number").value_or(0);
    out.submittedUtc = in.timeIf("submitted_at");
}

void read(Fields &in, RunAnswer &out)
{
    out.ran = in.flag("success");
    out.output = in.textIf(in.has("stdout") ? "stdout" : "output");
    out.errors = in.textIf("stderr");
    out.error = in.textIf("error");
}

void read(Fields &in, ExerciseAnswerDto &out)
{
    out.catalogue = in.text("catalogue");
    out.exerciseId = in.id("exercise_id");
    out.code = in.textIf("code");
    out.answers = in.objectIf("answers");
    out.step = in.numberIf("step").value_or(0);
    out.completed = in.flagIf("completed").value_or(false);
    out.score = in.realIf("score");
    out.updatedUtc = in.time("updated_at");
    out.version = in.number("version");
}

void read(Fields &in, NotificationDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.message = in.textIf("message");
    out.isRead = in.flag("is_read");
    out.createdUtc = in.time("created_at");
}

void read(Fields &in, AuthUserDto &out)
{
    out.user = in.one<UserDto>("user");
    if (!in.flag("authenticated")) {
        in.wrong("authenticated", u"not true"_s);
    }
    const QJsonObject user = in.objectIf("user");
    out.staff = user.value("is_staff"_L1).toBool() || user.value("is_superuser"_L1).toBool();
}

void read(Fields &in, AuthStatusDto &out)
{
    out.authenticated = in.flag("authenticated");
    out.userId = in.numberIf("user_id").value_or(0);
}

void read(Fields &in, UserProfileDto &out)
{
    out.id = in.id("id");
    out.skillLevel = in.textIf("skill_level");
}

void read(Fields &in, CourseProgressDto &out)
{
    out.courseId = in.id("course_id");
    out.completed = in.flag("completed");
    const QJsonObject statistics = in.object("statistics");
    out.lessons = statistics.value("total_lessons"_L1).toInteger(-1);
    out.completedLessons = statistics.value("completed_lessons"_L1).toInteger(-1);
    if (out.lessons < 0 || out.completedLessons < 0) {
        in.wrong("statistics", u"a number is missing"_s);
    }
}

} // namespace studio::sync
