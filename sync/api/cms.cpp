#include "sync/api/cms.h"

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

QString nameIn(Fields &in, const char *key)
{
    const QJsonObject object = in.objectIf(key);
    return object.value("name"_L1).toString();
}

} // namespace

void read(Fields &in, PageCourseSummaryDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.text("slug");
    out.summary = in.textIf("short_description");
    out.difficulty = in.textIf("difficulty_level");
    out.duration = in.textIf("estimated_duration");
    out.teacher = nameIn(in, "instructor");
    for (const QJsonValue &each : in.arrayIf("categories")) {
        if (const QString name = each.toObject().value("name"_L1).toString(); !name.isEmpty()) {
            out.categories.append(name);
        }
    }
}

void read(Fields &in, PageObjectiveDto &out)
{
    out.title = in.text("title");
    out.description = in.textIf("description");
}

void read(Fields &in, PageLessonRefDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.text("slug");
    out.number = in.numberIf("lesson_number").value_or(0);
}

void read(Fields &in, PageCourseDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.text("slug");
    out.summary = in.textIf("short_description");
    out.detailed = in.textIf("detailed_description");
    out.difficulty = in.textIf("difficulty_level");
    out.duration = in.textIf("estimated_duration");
    out.prerequisites = in.textIf("prerequisites");
    out.teacher = nameIn(in, "instructor");
    out.objectives = in.listIf<PageObjectiveDto>("learning_objectives", out.skipped);
    out.syllabus = in.arrayIf("syllabus");
    const QJsonObject status = in.objectIf("enrollment_status");
    if (status.value("enrolled"_L1).isBool()) {
        out.enrolled = status.value("enrolled"_L1).toBool();
    }
    out.lessons = in.listIf<PageLessonRefDto>("lessons", out.skipped);
}

void read(Fields &in, CourseExerciseDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.text("slug");
    out.url = in.textIf("url");
    out.steps = in.textIf("type") == "step_based"_L1;
    out.sequence = in.numberIf("sequence_number").value_or(0);
    out.ofLesson = in.textIf("parent_type") == "lesson"_L1;
    out.parentTitle = in.textIf("parent_title");
    out.lessonNumber = in.numberIf("lesson_number").value_or(0);
}

void read(Fields &in, CourseExercisesDto &out)
{
    const QJsonObject course = in.object("course");
    out.courseId = course.value("id"_L1).toInteger(0);
    if (out.courseId < 1) {
        in.wrong("course", u"not an id"_s);
    }
    in.array("exercises"); // has to be there
    out.exercises = in.listIf<CourseExerciseDto>("exercises", out.skipped);
}

void read(Fields &in, ExerciseListItemDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.text("slug");
    out.url = in.textIf("url");
    out.steps = in.textIf("type") == "step_based"_L1;
}

void read(Fields &in, PageHintDto &out)
{
    const bool progressive = in.has("content");
    out.text = in.text(progressive ? "content" : "hint_text");
    out.level = in.numberIf("level").value_or(0);
    out.afterSeconds = std::max<qint64>(0, in.numberIf("triggerTime").value_or(0));
    out.afterAttempts = std::max<qint64>(
        0, in.numberIf(progressive ? "triggerAttempts" : "reveal_after_attempts").value_or(0));
}

void read(Fields &in, PageTestCaseDto &out)
{
    out.input = in.textIf("input");
    out.expected = in.text("expected_output");
    out.description = in.textIf("description");
    out.hidden = in.flagIf("is_hidden").value_or(false);
}

void read(Fields &in, PageExerciseDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.textIf("slug");
    out.type = in.text("exercise_type");
    out.points = in.numberIf("points").value_or(1);
    out.language = in.textIf("programming_language");
    out.description = in.textIf("description");
    out.starter = in.textIf("starter_code");
    out.solution = in.textIf("solution_code");
    out.templateCode = in.textIf("template_code");
    if (out.templateCode.isEmpty()) {
        out.templateCode = in.textIf("template");
    }
    out.solutions = in.objectIf("solutions");
    out.alternatives = in.objectIf("alternative_solutions");
    out.progressiveHints = in.listIf<PageHintDto>("progressive_hints", out.skipped);
    out.question = in.raw().value("question_data"_L1);
    out.content = in.arrayIf("exercise_content");
    out.testCases = in.listIf<PageTestCaseDto>("test_cases", out.skipped);
    out.hints = in.listIf<PageHintDto>("hints", out.skipped);
    out.maxAttempts = in.numberIf("max_attempts");
}

void read(Fields &in, StepDto &out)
{
    out.number = in.number("step_number");
    out.title = in.textIf("title");
    out.description = in.textIf("description");
    out.type = in.text("exercise_type");
    out.templateCode = in.textIf("template");
    out.points = in.numberIf("points").value_or(0);
    out.success = in.textIf("success_message");
    out.hint = in.textIf("hint");
    out.solutions = in.raw().value("solutions"_L1);
}

void read(Fields &in, StepExerciseDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.textIf("slug");
    out.points = in.numberIf("total_points").value_or(1);
    in.array("steps"); // has to be there
    out.steps = in.listIf<StepDto>("steps", out.skipped);
    out.hints = in.listIf<PageHintDto>("general_hints", out.skipped);
}

void read(Fields &in, PageLessonDto &out)
{
    out.id = in.id("id");
    out.title = in.text("title");
    out.slug = in.textIf("slug");
    out.number = in.numberIf("lesson_number").value_or(0);
    out.duration = in.textIf("estimated_duration");
    out.intro = in.textIf("intro");
    out.content = in.array("content");
    out.objectives = in.textsIf("objectives");
    out.prerequisites = in.textIf("prerequisites");
    out.resources = in.arrayIf("resources");
}

void read(Fields &in, LearningIndexDto &out)
{
    out.title = in.textIf("title");
    in.array("featured_courses"); // has to be there
    out.featured = in.listIf<PageCourseSummaryDto>("featured_courses", out.skipped);
}

void read(Fields &in, PageEnrolmentStatusDto &out)
{
    out.enrolled = in.flag("enrolled");
}

} // namespace studio::sync
