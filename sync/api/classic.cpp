#include "sync/api/classic.h"

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

/// `course` or `lesson`, as a whole object or as its id alone.
qint64 idOf(Fields &in, const char *key, bool required)
{
    const QJsonValue found = in.raw().value(QLatin1StringView(key));
    if (found.isDouble()) {
        return in.id(key);
    }
    if (!found.isObject()) {
        if (required) {
            in.wrong(key, u"an object is missing"_s);
        }
        return 0;
    }
    const qint64 id = found.toObject().value("id"_L1).toInteger(0);
    if (id < 1) {
        in.wrong(key, u"not an id"_s);
    }
    return id;
}

} // namespace

void read(Fields &in, UserDto &out)
{
    out.id = in.id("id");
    out.username = in.text("username");
    out.email = in.textIf("email");
    out.firstName = in.textIf("first_name");
    out.lastName = in.textIf("last_name");
}

void read(Fields &in, CategoryDto &out)
{
    out.id = in.id("id");
    out.name = in.text("name");
    out.slug = in.text("slug");
}

void read(Fields &in, ClassicCourseDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.textIf("slug");
    out.description = in.textIf("description");
    out.shortDescription = in.textIf("short_description");
    out.instructorName = in.textIf("instructor_name");
    out.categoryName = in.textIf("category_name");
    out.difficulty = in.textIf("difficulty_level");
    out.hours = in.numberIf("estimated_duration").value_or(0);
    out.prerequisites = in.textIf("prerequisites");
    out.enrolled = in.flagIf("user_enrolled");
    out.published = in.flagIf("is_published").value_or(true);
    out.thumbnailUrl = in.textIf("thumbnail_url");
    out.averageRating = in.decimalIf("average_rating");
    out.updatedUtc = in.timeIf("updated_at");
}

void read(Fields &in, LessonDto &out)
{
    out.id = in.id("id");
    out.courseId = idOf(in, "course", true);
    out.title = in.text("title");
    out.slug = in.textIf("slug");
    out.description = in.textIf("description");
    out.content = in.textIf("content");
    out.structured = in.arrayIf("structured_content");
    out.useStructured = in.flagIf("enable_structured_content").value_or(false);
    out.contentFormat = in.textIf("content_format");
    out.videoUrl = in.textIf("video_url");
    out.lessonType = in.textIf("lesson_type");
    out.order = in.numberIf("order").value_or(0);
    out.minutes = in.numberIf("estimated_duration").value_or(0);
    out.published = in.flagIf("is_published").value_or(true);
    for (const QJsonValue &each : in.arrayIf("required_lessons")) {
        if (const qint64 id = each.toInteger(0); id > 0) {
            out.requiredLessons.push_back(id);
        }
    }
    out.updatedUtc = in.timeIf("updated_at");
}

void read(Fields &in, LessonNameDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
}

void read(Fields &in, TestCaseDto &out)
{
    out.id = in.numberIf("id").value_or(0);
    out.name = in.textIf("name");
    out.input = in.textIf("input_data");
    out.expected = in.text("expected_output");
    out.hidden = in.flagIf("is_hidden").value_or(false);
    out.sample = in.flagIf("is_sample").value_or(false);
    out.exerciseId = idOf(in, "exercise", false);
}

void read(Fields &in, ClassicHintDto &out)
{
    for (const char *key : {"content", "hint_text", "text"}) {
        if (out.text.isEmpty()) {
            out.text = in.textIf(key);
        }
    }
    if (out.text.isEmpty()) {
        in.wrong("content", u"a text is missing"_s);
    }
    for (const char *key : {"reveal_after_attempts", "triggerAttempts", "after_attempts"}) {
        if (!out.afterAttempts) {
            out.afterAttempts = in.numberIf(key);
        }
    }
}

void read(Fields &in, ClassicExerciseDto &out)
{
    out.id = in.id("id");
    out.lessonId = idOf(in, "lesson", false);
    out.title = in.text("title");
    out.description = in.textIf("description");
    out.instructions = in.textIf("instructions");
    out.starterCode = in.textIf("starter_code");
    out.solutionCode = in.textIf("solution_code");
    out.difficulty = in.textIf("difficulty_level");
    out.points = in.numberIf("points").value_or(1);
    out.order = in.numberIf("order").value_or(0);
    out.published = in.flagIf("is_published").value_or(true);
    QStringList skipped; // a hint or case that is none is not worth an exercise
    if (in.raw().value("hints"_L1).isArray()) {
        for (const QJsonValue &each : in.raw().value("hints"_L1).toArray()) {
            if (each.isString() && !each.toString().isEmpty()) {
                out.hints.push_back({each.toString(), {}});
            }
        }
        if (out.hints.empty()) {
            out.hints = in.listIf<ClassicHintDto>("hints", skipped);
        }
    }
    out.testCases = in.listIf<TestCaseDto>("test_cases", skipped);
    out.updatedUtc = in.timeIf("updated_at");
}

void read(Fields &in, EnrolmentDto &out)
{
    out.id = in.id("id");
    out.courseId = idOf(in, "course", true);
    out.enrolledUtc = in.timeIf("enrolled_at");
    out.completed = in.flagIf("completed").value_or(false);
}

} // namespace studio::sync
