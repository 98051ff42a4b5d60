#include "sync/api/decode.h"

#include <QJsonDocument>

#include "written.h"

using namespace studio;
using namespace studio::sync;
using namespace studio::sync::tests;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
T sample(const QString &name)
{
    QFile file(QStringLiteral(STUDIO_PLATFORM_SAMPLES) + u'/' + name + u".json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonValue body
        = QJsonDocument::fromJson(file.readAll()).object().value("response"_L1).toObject().value("body"_L1);
    const auto decoded = decode<T>(QJsonDocument(body.toObject()).toJson());
    REQUIRE(decoded);
    return *decoded;
}

template<typename T>
T from(const QByteArray &json)
{
    const auto decoded = decode<T>(json);
    if (!decoded) {
        FAIL(decoded.error().message.toStdString());
    }
    return *decoded;
}

PageSource recordedPages()
{
    PageSource source;
    source.course = sample<PageCourseDto>(u"course_detail_not_enrolled"_s);
    source.listed = sample<CourseExercisesDto>(u"course_exercises"_s).exercises;
    for (const QString &name : {u"exercise_fill_blank"_s, u"exercise_coding"_s}) {
        const auto exercise = sample<PageExerciseDto>(name);
        source.exercises[exercise.id] = exercise;
        source.exerciseLessons[exercise.id] = {6, u"Variables"_s, u"variables"_s, 0};
    }
    const auto steps = sample<StepExerciseDto>(u"step_exercise"_s);
    source.steps[steps.id] = steps;
    return source;
}

const Exercise *exerciseIn(const Written &course, const QString &id)
{
    for (const Section &section : course.loaded.course->sections) {
        for (const Lesson &lesson : section.lessons) {
            for (const Block &block : lesson.blocks) {
                const auto *shown = std::get_if<ExerciseBlock>(&block);
                if (shown != nullptr && shown->exercise->id == id) {
                    return shown->exercise.get();
                }
            }
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("a recorded course of the CMS is a course without a problem")
{
    const Written course = written(recordedPages());
    CHECK(course.problems == QStringList());
    REQUIRE(course.loaded.course);
    CHECK(course.loaded.course->id == u"pages-5"_s);
    REQUIRE(course.loaded.course->sections.size() == 2);
    CHECK(course.loaded.course->sections[0].title == u"Getting started"_s);
    REQUIRE(course.loaded.course->sections[0].lessons.size() == 1);
    CHECK(course.loaded.course->sections[0].lessons[0].id == u"lesson-6"_s);
    CHECK(course.text(u"lessons/lesson-6/lesson.md"_s).contains(u"does not give out the text"_s));

    const Exercise *blanks = exerciseIn(course, u"exercise-7"_s);
    REQUIRE(blanks);
    CHECK(blanks->kind == ExerciseKind::FillBlanks);
    CHECK(std::get<FillBlanksSpec>(blanks->spec).blanks.front().accepted == QStringList{u"30"_s, u"31"_s});
    REQUIRE(blanks->hints.size() == 3);
    CHECK(blanks->hints[0].afterTime == std::chrono::seconds(30));
    CHECK(blanks->hints[1].afterAttempts == 2);
    CHECK(blanks->points == 10);

    const Exercise *code = exerciseIn(course, u"exercise-8"_s);
    REQUIRE(code);
    CHECK(code->kind == ExerciseKind::Program);
    CHECK(std::get<ProgramSpec>(code->spec).cases.front().hidden);
    CHECK(code->solution == u"print(\"hello\")\n"_s);

    const Exercise *steps = exerciseIn(course, u"exercise-9"_s);
    REQUIRE(steps);
    const auto &parts = std::get<StepsSpec>(steps->spec).steps;
    REQUIRE(parts.size() == 2);
    CHECK(parts[0]->id == u"exercise-9/step-2"_s);
    CHECK(parts[0]->task.markdown.contains(u"A counter counts."_s)); // of step 1, which checks nothing
    CHECK(parts[1]->kind == ExerciseKind::Choice);
}

TEST_CASE("a recorded course of the plain tables is a course without a problem")
{
    ClassicSource source;
    source.course = sample<ClassicCourseDto>(u"legacy_course"_s);
    source.lessons = {sample<LessonDto>(u"legacy_lesson"_s)};
    const Written course = written(source);
    CHECK(course.problems == QStringList());
    CHECK(course.loaded.course->id == u"classic-1"_s);
    CHECK(course.loaded.course->authors == QStringList{u"Grace Teacher"_s});
    const Lesson &lesson = course.loaded.course->sections[0].lessons[0];
    CHECK(lesson.id == u"lesson-1"_s);
    CHECK(lesson.minutes == 10);
    CHECK(lesson.blocks.size() == 4);
}

TEST_CASE("the same content gives the same bytes")
{
    CHECK(written(recordedPages()).files == written(recordedPages()).files);
}

TEST_CASE("every structured block of a lesson has its place")
{
    ClassicSource source;
    source.course = sample<ClassicCourseDto>(u"legacy_course"_s);
    source.lessons
        = {from<LessonDto>(R"json({"id":7,"course":1,"title":"All","enable_structured_content":true,
        "structured_content":[
        {"type":"heading","content":"Loops","level":1},
        {"type":"text","format":"markdown","content":"A **loop**.","highlight":true},
        {"type":"text","format":"plain","content":"one\ntwo"},
        {"type":"code_example","content":"for n in [1]:\n    print(n)","language":"python","title":"A loop"},
        {"id":"b1","type":"interactive_code","content":"x = {{BLANK_1}}","language":"python","exercise_type":"fill_blank",
         "blanks":[{"id":"BLANK_1","placeholder":"?","solution":"1"}],"instructions":{"title":"Do","content":"<b>Fill</b> it"}},
        {"type":"interactive_code","content":"y = {{BLANK_1}}","blanks":[{"id":"BLANK_1"}],"expected_output":"1"},
        {"type":"interactive_code","content":"print(1)"},
        {"type":"note","title":"N","content":"<em>note</em>"},{"type":"warning","content":"w"},{"type":"tip","content":"t"},
        {"type":"alert","alert_type":"danger","title":"D","content":"d"},
        {"type":"quiz_question","content":"Which?","options":["a","b"],"correct_answer":1,"explanation":"b it is"},
        {"type":"image","src":"/media/lessons/loop.png","alt":"A loop","caption":"Round"},
        {"type":"video","url":"https://example.org/v","title":"V"},
        {"type":"list","items":["one","two"],"list_type":"ordered","title":"L"},
        {"type":"table","headers":["a","b"],"rows":[["1","2"],["3"]],"title":"T"}]})json")};
    const Written course
        = written(source, {{u"https://learn.example.org/media/lessons/loop.png"_s, u"aa.png"_s}});
    CHECK(course.problems == QStringList());
    const QString text = course.text(u"lessons/lesson-7/lesson.md"_s);
    for (const char *each :
         {"## Loops", "::: info\nA **loop**.", "one\\\ntwo", "```python title=\"A loop\"",
          "::: fill-in fill-b1", "y = ____", "```python run\nprint(1)", "::: info N\n*note*", "::: warning",
          "::: tip", "::: danger D", "::: quiz quiz-at-12", "![A loop](../../pictures/aa.png)", "::: video",
          "1. one\n2. two", "| 1 | 2 |\n| 3 |  |"}) {
        INFO(each);
        INFO(text.toStdString());
        CHECK(text.contains(QString::fromLatin1(each)));
    }
    CHECK(course.wanted.size() == 1);
}

TEST_CASE("every block of the CMS has its place")
{
    PageSource source;
    source.course = sample<PageCourseDto>(u"course_detail_not_enrolled"_s);
    source.course.lessons = {{6, u"Variables"_s, u"variables"_s, 1}};
    source.lessons[6] = from<PageLessonDto>(
        R"json({"id":6,"title":"Variables","intro":"<p>In <a linktype=\"page\" id=\"3\">short</a></p>",
        "estimated_duration":"1 hour","resources":[{"title":"Docs","url":"https://docs.python.org/","description":"d"},
        {"title":"bad","url":"javascript:x"}],"content":[
        {"type":"heading","value":"H"},{"type":"text","value":"<p>t</p>"},
        {"type":"image","value":{"title":"P","original":"https://learn.example.org/media/o.png","renditions":{"large":{"url":"https://learn.example.org/media/l.png"}}}},
        {"type":"image","value":null},
        {"type":"code_example","value":{"title":"","language":"python","code":"x","explanation":"<p>e</p>","mock_output":"1"}},
        {"type":"runnable_code_example","value":{"title":"R","language":"python","code":"print(2)"}},
        {"type":"quote","value":{"text":"q &amp; r","attribution":"A"}},
        {"type":"callout","value":{"type":"tip","title":"T","text":"<p>c</p>"}},
        {"type":"interactive_exercise","value":{"title":"I","instructions":"<p>do</p>","starter_code":"pass","solution":"","hints":[]}},
        {"type":"video","value":{"title":"V","video_url":"https://v.example/","description":""}},
        {"type":"quiz","value":{"question":"Q?","options":["a","b"],"correct_answer":0,"explanation":"x"}},
        {"type":"fill_blank_code","value":{"title":"F","template":"a = {{BLANK_2}} + {{ blank_2 }}","solutions":{"2":"1"},"alternative_solutions":{}}},
        {"type":"multiple_choice_code","value":{"template":"b = {{CHOICE_1}}","solutions":{"1":"'x'"},"choices":{"1":["'x'","y"]}}},
        {"type":"unheard_of","value":"<p>still shown</p>"}]})json");
    const Written course = written(source, {{u"https://learn.example.org/media/l.png"_s, u"bb.png"_s}});
    CHECK(course.problems == QStringList());
    const QString text = course.text(u"lessons/lesson-6/lesson.md"_s);
    for (const char *each : {"minutes: 60", "In short", "## H", "![P](../../pictures/bb.png)", "```output\n1",
                             "```python run title=\"R\"", "> q \\& r", "> — A", "::: tip T", "::: video",
                             "::: quiz", "{{BLANK_1}} + 1", "\\\"x\\\"", "still shown", "::: resources"}) {
        INFO(each);
        INFO(text.toStdString());
        CHECK(text.contains(QString::fromUtf8(each)));
    }
    CHECK_FALSE(text.contains(u"javascript"_s));
    CHECK(course.report.contains(u"lesson-6: a block of unknown type \"unheard_of\" is shown by its text"_s));
}

TEST_CASE("calls of a function are checked by their values, and what has no check is shown")
{
    PageSource source = recordedPages();
    auto &code = source.exercises[8];
    code.solution = u"def split(text):\n    return text.split(',')\n"_s;
    code.testCases
        = {{u"split('a,b')"_s, u"['a', 'b']"_s, u"two"_s, false}, {u"split('')"_s, u"hello"_s, {}, false}};
    source.exercises[7].solutions = {};
    source.exercises[7].alternatives = {};
    source.exercises[7].testCases.clear();
    const Written course = written(source);
    CHECK(course.problems == QStringList());
    const Exercise *function = exerciseIn(course, u"exercise-8"_s);
    REQUIRE(function);
    const auto &spec = std::get<FunctionSpec>(function->spec);
    CHECK(spec.name == u"split"_s);
    CHECK(spec.cases[1].gives == u"'hello'"_s);
    CHECK(exerciseIn(course, u"exercise-7"_s) == nullptr);
    CHECK(course.text(u"lessons/lesson-6/lesson.md"_s).contains(u"does not check this exercise"_s));
}

TEST_CASE("questions come in many shapes")
{
    PageSource source = recordedPages();
    auto &quiz = source.exercises[8];
    quiz.type = u"quiz"_s;
    quiz.testCases.clear();
    for (
        const auto &[json, kind] : std::vector<std::pair<QByteArray, ExerciseKind>>{
            {R"({"question":"1+1?","options":["1","2"],"correct_answer":1})", ExerciseKind::Choice},
            {R"({"question":"1+1?","options":["1","2"],"answer":"2"})", ExerciseKind::Choice},
            {R"({"question":"?","options":[{"text":"a","is_correct":true},{"text":"b","correct":true}]})",
             ExerciseKind::Choice},
            {R"([{"question":"?","choices":["a","b"],"correct":0},{"question":"?","options":["a","b"],"correct":[0,1]}])",
             ExerciseKind::Steps},
            {R"({"questions":[{"question":"?","options":["a","b"],"correct":0},{"question":"bad","options":["a"],"correct":0}]})",
             ExerciseKind::Choice}}) {
        INFO(json.toStdString());
        quiz.question = parseJson(json).value();
        const Written course = written(source);
        CHECK(course.problems == QStringList());
        const Exercise *made = exerciseIn(course, u"exercise-8"_s);
        REQUIRE(made);
        CHECK(made->kind == kind);
    }
}

TEST_CASE("a course the platform gives nothing of is still a course")
{
    PageSource pages;
    pages.course.id = 9;
    const Written first = written(pages);
    CHECK(first.problems == QStringList());
    CHECK(first.loaded.course->id == u"pages-9"_s);
    ClassicSource classic;
    classic.course.id = 9;
    CHECK(written(classic).problems == QStringList());
}
