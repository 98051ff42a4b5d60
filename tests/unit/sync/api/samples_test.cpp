// Every recorded answer of the real platform goes through the decoder the program has for it, or is listed
// with the reason why no part of the program reads it.

#include "sync/api/api_error.h"
#include "sync/api/classifier.h"
#include "sync/api/cms.h"
#include "sync/api/decode.h"
#include "sync/api/progress_answers.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <functional>
#include <map>

#include "answers.h"

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    int status = 0;
    QByteArray body;
    bool marker = false; ///< An HTML page, recorded as a word in its place.
};

Sample sampleNamed(const QString &name)
{
    QFile file(QStringLiteral(STUDIO_PLATFORM_SAMPLES) + u'/' + name + u".json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject answer
        = QJsonDocument::fromJson(file.readAll()).object().value("response"_L1).toObject();
    Sample sample;
    sample.status = answer.value("status"_L1).toInt();
    const QJsonValue body = answer.value("body"_L1);
    if (body.isObject()) {
        sample.body = QJsonDocument(body.toObject()).toJson();
    } else if (body.isArray()) {
        sample.body = QJsonDocument(body.toArray()).toJson();
    } else {
        sample.marker = body.isString();
    }
    return sample;
}

using Decoder = std::function<QString(const QByteArray &)>; ///< Empty when it could be read whole.

template<typename T>
QString wrongIn(const Result<Page<T>> &page)
{
    if (!page) {
        return page.error().message;
    }
    return page->skipped.isEmpty() ? QString() : page->skipped.first();
}

template<typename T>
Decoder object()
{
    return [](const QByteArray &body) {
        const auto decoded = decode<T>(body);
        return decoded ? QString() : decoded.error().message;
    };
}

template<typename T>
Decoder page()
{
    return [](const QByteArray &body) { return wrongIn(decodePage<T>(body)); };
}

template<typename T>
Decoder array()
{
    return [](const QByteArray &body) { return wrongIn(decodeArray<T>(body)); };
}

template<typename T>
Decoder list(const char *key)
{
    return [key](const QByteArray &body) { return wrongIn(decodeList<T>(body, key)); };
}

/// What went wrong there is read by the one function for all errors, as one of these kinds.
Decoder error(ApiError::Kind kind)
{
    return [kind](const QByteArray &body) {
        HttpResponse response;
        response.status = 500;
        response.body = body;
        response.contentType = "application/json";
        const ApiError found = apiError(response);
        return found.kind == kind ? QString() : u"kind %1: %2"_s.arg(int(found.kind)).arg(found.text);
    };
}

using Kind = ApiError::Kind;

const std::map<QString, Decoder> kDecoders = {
    {u"auth_user"_s, object<AuthUserDto>()},
    {u"auth_status"_s, object<AuthStatusDto>()},
    {u"auth_login_bad"_s, error(Kind::Stated)},
    {u"auth_login_missing"_s, error(Kind::BadFields)},
    {u"auth_user_anonymous"_s, error(Kind::NoCredentials)},
    {u"auth_bad_token_on_public_endpoint"_s, error(Kind::TokenInvalid)},
    {u"auth_refresh_reused"_s, error(Kind::TokenInvalid)},
    {u"auth_refresh_missing"_s, error(Kind::BadFields)},
    {u"auth_refresh_garbage"_s, error(Kind::TokenInvalid)},
    {u"auth_logout_without_access"_s, error(Kind::NoCredentials)},
    {u"auth_register_duplicate"_s, error(Kind::Stated)},
    {u"learning_index"_s, object<LearningIndexDto>()},
    {u"course_list"_s, list<PageCourseSummaryDto>("courses")},
    {u"course_list_500"_s, error(Kind::Stated)},
    {u"course_exercises"_s, object<CourseExercisesDto>()},
    {u"course_missing"_s, error(Kind::NotFound)},
    {u"course_detail_not_enrolled"_s, object<PageCourseDto>()},
    {u"course_detail_enrolled"_s, object<PageCourseDto>()},
    {u"course_enrollment_status_none"_s, object<PageEnrolmentStatusDto>()},
    {u"course_enrollment_status"_s, object<PageEnrolmentStatusDto>()},
    {u"course_enroll_first"_s, object<PageEnrolAnswer>()},
    {u"course_enroll_again"_s, object<PageEnrolAnswer>()},
    {u"course_unenroll"_s, object<MessageAnswer>()},
    {u"course_unenroll_again"_s, error(Kind::Stated)},
    {u"exercise_list"_s, list<ExerciseListItemDto>("exercises")},
    {u"exercise_fill_blank"_s, object<PageExerciseDto>()},
    {u"exercise_coding"_s, object<PageExerciseDto>()},
    {u"exercise_missing"_s, error(Kind::NotFound)},
    {u"step_exercise"_s, object<StepExerciseDto>()},
    {u"legacy_categories"_s, page<CategoryDto>()},
    {u"legacy_courses"_s, page<ClassicCourseDto>()},
    {u"legacy_course"_s, object<ClassicCourseDto>()},
    {u"legacy_course_lessons"_s, array<LessonDto>()},
    {u"legacy_lessons"_s, page<LessonDto>()},
    {u"legacy_lesson"_s, object<LessonDto>()},
    {u"legacy_exercise_test_cases"_s, array<TestCaseDto>()},
    {u"legacy_enrollments_empty"_s, page<EnrolmentDto>()},
    {u"legacy_enrollments"_s, page<EnrolmentDto>()},
    {u"legacy_lesson_start"_s, object<MessageAnswer>()},
    {u"legacy_lesson_position"_s, object<PositionAnswer>()},
    {u"legacy_lesson_position_repeat"_s, object<PositionAnswer>()},
    {u"legacy_lesson_bookmark"_s, object<BookmarkAnswer>()},
    {u"legacy_lesson_complete"_s, object<MessageAnswer>()},
    {u"legacy_lesson_complete_again"_s, object<MessageAnswer>()},
    {u"legacy_lesson_progress"_s, object<LessonProgressDto>()},
    {u"legacy_lesson_progress_untouched"_s, object<LessonProgressDto>()},
    {u"legacy_lesson_progress_missing"_s, error(Kind::NotFound)},
    {u"legacy_lesson_complete_missing"_s, error(Kind::NotFound)},
    {u"legacy_enroll_first"_s, object<MessageAnswer>()},
    {u"legacy_enroll_again"_s, object<MessageAnswer>()},
    {u"legacy_unenroll_again"_s, error(Kind::Stated)},
    {u"legacy_course_progress"_s, object<CourseProgressDto>()},
    {u"legacy_progress_create"_s, object<LessonProgressRow>()},
    {u"legacy_progress_patch"_s, object<LessonProgressRow>()},
    {u"legacy_progress_list"_s, page<LessonProgressRow>()},
    {u"submit_correct"_s, object<SubmitAnswer>()},
    {u"submit_wrong"_s, object<SubmitAnswer>()},
    {u"submit_no_code"_s, error(Kind::Stated)},
    {u"submit_missing_exercise"_s, error(Kind::Stated)},
    {u"execute_ok"_s, object<RunAnswer>()},
    {u"execute_exception"_s, object<RunAnswer>()},
    {u"execute_blocked"_s, object<RunAnswer>()},
    {u"execute_invalid"_s, error(Kind::Stated)},
    {u"execute_too_long"_s, error(Kind::Stated)},
    {u"execute_rate_limited"_s, error(Kind::Forbidden)},
    {u"code_execution_ok"_s, object<RunAnswer>()},
    {u"notifications"_s, page<NotificationDto>()},
    {u"notification"_s, object<NotificationDto>()},
    {u"notification_mark_read"_s, object<MessageAnswer>()},
    {u"notification_mark_all_read"_s, object<MessageAnswer>()},
    {u"users_me"_s, object<UserDto>()},
    {u"users_me_patch"_s, object<UserDto>()},
    {u"users_me_patch_conflict"_s, error(Kind::BadFields)},
    {u"user_profiles"_s, page<UserProfileDto>()},
    {u"upload_avatar_throttled"_s, error(Kind::Throttled)},
    {u"ai_bad_type"_s, error(Kind::BadFields)},
    {u"study_group_join_403"_s, error(Kind::Forbidden)},
    {u"forum_post_create_500"_s, error(Kind::Stated)},
    {u"forum_post_delete_first_v1"_s, error(Kind::Stated)},
    {u"forum_topic_create_invalid"_s, error(Kind::Stated)},
    {u"forum_v1_search_short"_s, error(Kind::Stated)},
    {u"forum_v2_post_edit_forbidden"_s, error(Kind::Stated)},
    {u"forum_v2_post_edit_short"_s, error(Kind::BadFields)},
    {u"forum_v2_topic_create_400"_s, error(Kind::BadFields)},
};

// Begins of names, and why nothing here reads them.
const std::map<QString, const char *> kUnread = {
    {u"auth_login_ok"_s, "sync/auth reads it: the tokens are in its headers"},
    {u"auth_register_ok"_s, "sync/auth reads it"},
    {u"auth_register_rate_limited"_s, "recorded after a changed form: same shape as auth_register_duplicate"},
    {u"auth_refresh_ok_cookie"_s, "sync/auth reads it: the body is empty"},
    {u"auth_logout_ok"_s, "sync/auth reads it"},
    {u"legacy_unenroll"_s, "204: no body; the classifier's test has it"},
    {u"home"_s, "the program has a start page of its own"},
    {u"blog_"_s, "the program shows no blog"},
    {u"ai_unconfigured"_s, "the program does not use the platform's AI"},
    {u"forum_"_s, "the forum has decoders of its own, when the program has a forum"},
    {u"study_groups"_s, "groups can't be joined on the platform (Q12)"},
    {u"peer_reviews"_s, "always fails or is empty on the platform (Q10)"},
    {u"learning_buddies"_s, "not in the program"},
    {u"integrated_"_s, "for authors of the blog"},
};

const char *whyUnread(const QString &name)
{
    for (const auto &[start, why] : kUnread) {
        if (name == start || (start.endsWith(u'_') && name.startsWith(start))) {
            return why;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("every recorded answer is read by the decoder of its endpoint, or listed with a reason")
{
    const QStringList files
        = QDir(QStringLiteral(STUDIO_PLATFORM_SAMPLES)).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    REQUIRE(files.size() >= 135);
    for (const QString &file : files) {
        const QString name = file.chopped(5);
        INFO(name.toStdString());
        const Sample sample = sampleNamed(name);
        const auto decoder = kDecoders.find(name);
        if (decoder != kDecoders.end()) {
            REQUIRE_FALSE(sample.body.isEmpty());
            CHECK(decoder->second(sample.body).toStdString().empty());
        } else if (sample.marker) {
            CHECK(sample.status >= 400); // a page: the classifier looks at its status alone
        } else {
            CHECK(whyUnread(name) != nullptr);
        }
    }
}

TEST_CASE("what a recorded answer says comes out of it")
{
    const auto lesson = decode<LessonDto>(sampleNamed(u"legacy_lesson"_s).body);
    REQUIRE(lesson);
    CHECK(lesson->courseId == 1);
    CHECK(lesson->structured.size() == 4);
    CHECK(lesson->useStructured);
    const auto rows = decodePage<LessonProgressRow>(sampleNamed(u"legacy_progress_list"_s).body);
    REQUIRE(rows);
    REQUIRE_FALSE(rows->items.empty());
    CHECK(rows->items.front().userId == 2);
    const auto submitted = decode<SubmitAnswer>(sampleNamed(u"submit_correct"_s).body);
    REQUIRE(submitted);
    CHECK(submitted->attempt == 1);
    CHECK(submitted->checks.size() == 2);
    CHECK(submitted->score == 100);
    const auto steps = decode<StepExerciseDto>(sampleNamed(u"step_exercise"_s).body);
    REQUIRE(steps);
    CHECK(steps->steps.size() == 3);
    const auto blank = decode<PageExerciseDto>(sampleNamed(u"exercise_fill_blank"_s).body);
    REQUIRE(blank);
    CHECK(blank->progressiveHints.front().afterSeconds == 30);
    CHECK(blank->alternatives.value("1"_L1).toArray().size() == 2);
}

TEST_CASE("recorded answers to what was sent are classified as they were meant")
{
    using V = Verdict::Kind;

    struct Row
    {
        QString name;
        Endpoint endpoint;
        V kind;
    };

    const std::vector<Row> rows = {
        {u"legacy_lesson_start"_s, Endpoint::LessonStart, V::Done},
        {u"legacy_lesson_complete_again"_s, Endpoint::LessonComplete, V::Done},
        {u"legacy_lesson_position_repeat"_s, Endpoint::LessonPosition, V::Done},
        {u"legacy_lesson_bookmark"_s, Endpoint::LessonBookmark, V::Done},
        {u"legacy_lesson_progress"_s, Endpoint::LessonProgress, V::Done},
        {u"legacy_progress_patch"_s, Endpoint::ProgressPatch, V::Done},
        {u"legacy_progress_list"_s, Endpoint::ProgressRows, V::Done},
        {u"legacy_enroll_again"_s, Endpoint::ClassicEnrol, V::Done},
        {u"legacy_unenroll"_s, Endpoint::ClassicLeave, V::Done},
        {u"legacy_unenroll_again"_s, Endpoint::ClassicLeave, V::Done},
        {u"course_enroll_again"_s, Endpoint::PagesEnrol, V::Done},
        {u"course_unenroll"_s, Endpoint::PagesLeave, V::Done},
        {u"course_unenroll_again"_s, Endpoint::PagesLeave, V::Done},
        {u"submit_wrong"_s, Endpoint::Submit, V::Done},
        {u"submit_no_code"_s, Endpoint::Submit, V::Keep},
        {u"submit_missing_exercise"_s, Endpoint::Submit, V::Later},
        {u"legacy_lesson_complete_missing"_s, Endpoint::LessonComplete, V::Gone},
        {u"legacy_lesson_progress_missing"_s, Endpoint::LessonPosition, V::ProbeExists},
        {u"execute_rate_limited"_s, Endpoint::Submit, V::ProbeAccount},
        {u"upload_avatar_throttled"_s, Endpoint::MePatch, V::Throttled},
        {u"users_me_patch"_s, Endpoint::MePatch, V::Done},
        {u"users_me_patch_conflict"_s, Endpoint::MePatch, V::Keep},
        {u"auth_user"_s, Endpoint::AuthUser, V::Done},
        {u"auth_user_anonymous"_s, Endpoint::AuthUser, V::Refresh},
    };
    for (const Row &row : rows) {
        INFO(row.name.toStdString());
        const Sample sample = sampleNamed(row.name);
        OperationContext context;
        context.endpoint = row.endpoint;
        CHECK(int(classify(context, studio::sync::tests::json(sample.status, sample.body)).kind)
              == int(row.kind));
    }
}
