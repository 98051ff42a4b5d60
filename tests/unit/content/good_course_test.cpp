#include "content/sanitizer.h"

#include <catch2/catch.hpp>

#include "sample_course.h"

using namespace Qt::StringLiterals;
using namespace studio;

namespace {

template<typename T>
std::vector<T> blocksOf(const Lesson &lesson)
{
    std::vector<T> found;
    for (const Block &block : lesson.blocks) {
        if (const auto *one = std::get_if<T>(&block)) {
            found.push_back(*one);
        }
    }
    return found;
}

/// Loaded once: the course is immutable.
const Course &sample()
{
    static const LoadedCourse loaded = SampleCourse().load();
    INFO(describe(loaded.problems).toStdString());
    REQUIRE(loaded.course);
    return *loaded.course;
}

const Exercise &exercise(const QString &id)
{
    const auto found = findExercise(sample(), id);
    INFO(id.toStdString());
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("a good course has no problems at all")
{
    const auto loaded = SampleCourse().load();
    CHECK(describe(loaded.problems).toStdString().empty());
}

TEST_CASE("course.yaml becomes the course and its sections in order")
{
    const Course &course = sample();
    CHECK(course.id == "sample"_L1);
    CHECK(course.title == "Sample course"_L1);
    CHECK(course.summary == "One of each."_L1);
    CHECK(course.about.html.contains("<em>emphasis</em>"_L1));
    CHECK(course.about.html.contains("src=\"studio://course/lessons/hello/images/shelf.svg\""_L1));
    CHECK(course.language == "en"_L1);
    CHECK(course.version == "1.0.0"_L1);
    CHECK(course.licence == "CC-BY-SA-4.0"_L1);
    CHECK(course.authors == QStringList{u"Ada Example"_s, u"Bob Example"_s});
    REQUIRE(course.sections.size() == 2);
    CHECK(course.sections[1].title == "Repeating"_L1);
    CHECK(course.sections[1].lessons.at(0).id == "loops"_L1);
}

TEST_CASE("a lesson's text becomes blocks in order")
{
    const Lesson &lesson = sample().sections[0].lessons.at(0);
    CHECK(lesson.title == "Saying hello"_L1);
    CHECK(lesson.minutes == 12);
    const auto headings = blocksOf<HeadingBlock>(lesson);
    REQUIRE(headings.size() == 2);
    CHECK(headings[1].level == 3);
    CHECK(headings[1].text == "More words"_L1);
    CHECK(headings[1].anchor == "more-words"_L1);
    const auto images = blocksOf<ImageBlock>(lesson);
    REQUIRE(images.size() == 1);
    CHECK(images[0].path == "lessons/hello/images/shelf.svg"_L1);
    CHECK(images[0].alternative == "a shelf of books"_L1);
    CHECK(images[0].caption == "A shelf"_L1);
    const auto codes = blocksOf<CodeBlock>(lesson);
    REQUIRE(codes.size() == 3);
    CHECK(codes[0].code == u"print(\"Größe\")"_s);
    CHECK(codes[0].title == "To read"_L1);
    CHECK(codes[1].language == "output"_L1);
    CHECK(codes[2].language == "text"_L1);
    const auto runnable = blocksOf<RunnableBlock>(lesson);
    REQUIRE(runnable.size() == 1);
    CHECK(runnable[0].id == "run-1"_L1);
    CHECK(runnable[0].input == "3\n"_L1);
    CHECK(runnable[0].title == "Twice"_L1);
    CHECK(std::holds_alternative<HeadingBlock>(lesson.blocks.front()));
}

TEST_CASE("Markdown becomes safe HTML: tables, lists, marks for tasks, raw HTML as text")
{
    const auto texts = blocksOf<TextBlock>(sample().sections[0].lessons.at(0));
    REQUIRE(texts.size() == 1);
    const QString html = texts[0].text.html;
    CHECK(html.contains("<a href=\"https://docs.python.org/3/tutorial/\">the tutorial</a>"_L1));
    CHECK(html.contains("<a href=\"#more-words\">"_L1));
    CHECK(html.contains("<td align=\"right\">2</td>"_L1));
    CHECK(html.contains("<del>quietly</del>"_L1));
    CHECK(html.contains(u"☑ "_s));
    CHECK(html.contains(u"☐ "_s));
    CHECK(html.contains("<code class=\"language-python\">nested"_L1));
    CHECK(html.contains("&lt;b onclick="_L1));
    CHECK_FALSE(html.contains("<input"_L1));
}

TEST_CASE("directives become their blocks")
{
    const Lesson &lesson = sample().sections[0].lessons.at(0);
    const auto callouts = blocksOf<CalloutBlock>(lesson);
    REQUIRE(callouts.size() == 4);
    CHECK(callouts[0].kind == CalloutBlock::Kind::Tip);
    CHECK(callouts[0].title == "Name the item well"_L1);
    CHECK(callouts[0].text.html.contains("::: not a directive"_L1));
    CHECK(callouts[3].kind == CalloutBlock::Kind::Danger);
    CHECK(blocksOf<ExerciseBlock>(lesson).at(0).exercise->id == "greet"_L1);
    CHECK(blocksOf<ObjectivesBlock>(lesson).at(0).items.at(0).html.contains("<code>for</code>"_L1));
    const auto before = blocksOf<PrerequisitesBlock>(lesson).at(0);
    CHECK(before.lessons == QStringList{u"loops"_s});
    CHECK(before.items.size() == 1);
    const auto resource = blocksOf<ResourcesBlock>(lesson).at(0).resources.at(0);
    CHECK(resource.link == QUrl(u"https://docs.python.org/3/tutorial/"_s));
    CHECK(resource.note == "longer, for later"_L1);
    const auto video = blocksOf<VideoBlock>(lesson).at(0);
    CHECK(video.poster == "lessons/hello/images/poster.svg"_L1);
    CHECK(video.length == "3:20"_L1);
}

TEST_CASE("exercises written in a lesson have ids of the lesson and the block")
{
    const auto blocks = blocksOf<EmbeddedExerciseBlock>(sample().sections[0].lessons.at(0));
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].kind == EmbeddedExerciseBlock::Kind::Quiz);
    CHECK(blocks[1].kind == EmbeddedExerciseBlock::Kind::FillIn);
    CHECK(blocks[2].kind == EmbeddedExerciseBlock::Kind::ChoiceInCode);
    const Exercise &first = exercise(u"hello.what-prints.1"_s);
    CHECK(first.embedded);
    CHECK(first.title == "What does this print?"_L1);
    CHECK(first.solution == "a"_L1);
    CHECK(std::get<ChoiceSpec>(first.spec).options.at(1).because.markdown == "Nothing sorts the list."_L1);
    CHECK(exercise(u"hello.what-prints.2"_s).solution == "one\nthree"_L1);
    const Exercise &gap = exercise(u"hello.greet-gap"_s);
    CHECK(gap.kind == ExerciseKind::FillBlanks);
    CHECK(gap.solution == "name = \"Ada\"\nprint(\"Hello,\", name)"_L1);
    CHECK(initialAnswer(gap).contains("{{BLANK_1}}"_L1));
    CHECK(gap.hints.size() == 1);
    CHECK(std::get<ChoiceSpec>(exercise(u"hello.which-colon"_s).spec).code == "for n in [1, 2]\n____"_L1);
}

TEST_CASE("a program exercise has everything its files say")
{
    const Exercise &greet = exercise(u"greet"_s);
    CHECK(greet.concepts == QStringList{u"print"_s, u"input"_s});
    CHECK(greet.points == 2);
    CHECK(greet.maxAttempts == 5);
    CHECK(greet.limits.time == std::chrono::milliseconds(2500));
    CHECK(greet.limits.memoryMegabytes == 64);
    CHECK(greet.fileName == "greeting.py"_L1);
    CHECK(greet.starter == "# Say hello.\n"_L1);
    CHECK(greet.solution.startsWith("name = input()"_L1));
    CHECK(greet.task.html.contains("studio://course/lessons/hello/images/shelf.svg"_L1));
    REQUIRE(greet.hints.size() == 2);
    CHECK(greet.hints[0].afterAttempts == 1);
    CHECK(greet.hints[0].afterTime == std::chrono::seconds(60));
    CHECK_FALSE(greet.hints[1].afterTime);
    REQUIRE(greet.mistakes.size() == 1);
    CHECK(greet.mistakes[0].name == "no-comma"_L1);
    CHECK(greet.mistakes[0].answer.contains("\"Hello\""_L1));
    CHECK(greet.mistakes[0].whenOutput == "^Hello [A-Z]"_L1);
    CHECK(greet.constructs.forbidden.at(0).construct == "call:eval"_L1);
    CHECK(greet.constructs.required.at(0).atLeast == 2);
    CHECK(greet.constructs.required.at(1).message.isEmpty());
    const auto &spec = std::get<ProgramSpec>(greet.spec);
    CHECK(spec.rule.kind == OutputRule::Kind::Numbers);
    CHECK(spec.rule.tolerance == 0.01);
    CHECK(spec.rule.ignoreCase);
    REQUIRE(spec.cases.size() == 2);
    CHECK(spec.cases[0].input == "Ada\n"_L1);
    CHECK(spec.cases[1].hidden);
    CHECK(spec.cases[1].arguments == QStringList{u"-v"_s, u"2"_s});
    CHECK(spec.cases[1].place == SourcePlace{u"exercises/greet/exercise.yaml"_s, 19, 5});
}

TEST_CASE("each kind of exercise is read")
{
    const auto &function = std::get<FunctionSpec>(exercise(u"largest"_s).spec);
    CHECK(function.name == "second_largest"_L1);
    CHECK(function.rule.tolerance == 0.0);
    CHECK(function.cases.at(0).gives == u"5"_s);
    CHECK(function.cases.at(1).gives == u"None"_s);
    CHECK(function.cases.at(2).raises == u"ValueError"_s);
    CHECK(function.cases.at(3).prints == u"a\n"_s);
    CHECK(exercise(u"largest"_s).fileName == "largest.py"_L1);
    CHECK(exercise(u"largest"_s).task.markdown == "Write `second_largest`.\n"_L1);
    const auto &tests = std::get<UnitTestSpec>(exercise(u"shapes"_s).spec);
    CHECK(tests.module == "shapes"_L1);
    CHECK(tests.testsFile == "exercises/shapes/tests/test_shapes.py"_L1);
    CHECK(tests.tests.contains("class Area"_L1));
    CHECK(tests.open);
    const auto &blanks = std::get<FillBlanksSpec>(exercise(u"gaps"_s).spec);
    REQUIRE(blanks.blanks.size() == 2);
    CHECK(blanks.blanks[0].accepted == QStringList{u"range(5)"_s, u"range(0, 5)"_s});
    CHECK(blanks.blanks[1].ignoreCase);
    CHECK(blanks.blanks[1].width == 4);
    CHECK(blanks.codeTemplate.contains("{{BLANK_2}}"_L1));
    const auto &choice = std::get<ChoiceSpec>(exercise(u"pick"_s).spec);
    CHECK_FALSE(choice.shuffle);
    CHECK(choice.options.at(0).text.markdown == "5"_L1);
    CHECK(exercise(u"pick"_s).mistakes.at(0).answer == "b\n"_L1);
    const auto &predict = std::get<PredictOutputSpec>(exercise(u"predict"_s).spec);
    CHECK(predict.output == "aaa\n"_L1);
    CHECK(predict.rule.kind == OutputRule::Kind::Exact);
    const auto &parsons = std::get<ParsonsSpec>(exercise(u"order"_s).spec);
    REQUIRE(parsons.lines.size() == 4);
    CHECK(parsons.lines[2] == "    total = total + n"_L1);
    CHECK(parsons.distractors == QStringList{u"total = n"_s});
    CHECK_FALSE(parsons.givenIndentation);
    CHECK(exercise(u"order"_s).solution.endsWith("\nprint(total)"_L1));
    CHECK(std::get<TypeThisSpec>(exercise(u"typing"_s).spec).text == "print(\"Hello, world!\")"_L1);
    const auto &steps = std::get<StepsSpec>(exercise(u"long"_s).spec);
    REQUIRE(steps.steps.size() == 2);
    CHECK(steps.steps[1]->id == "long/show"_L1);
    CHECK(std::get<ProgramSpec>(exercise(u"long/show"_s).spec).cases.at(0).output == "1"_L1);
}

TEST_CASE("line ends of Windows and a byte order mark change nothing")
{
    SampleCourse course;
    for (const QString &file :
         {u"course.yaml"_s, u"lessons/hello/lesson.md"_s, u"exercises/greet/exercise.yaml"_s}) {
        course.write(file, "\xef\xbb\xbf" + course.read(file).replace("\n", "\r\n"));
    }
    const auto loaded = course.load();
    CHECK(describe(loaded.problems).toStdString().empty());
    CHECK(findExercise(*loaded.course, u"greet"_s)->task.markdown == exercise(u"greet"_s).task.markdown);
    CHECK(loaded.course->sections[0].lessons[0].blocks.size()
          == sample().sections[0].lessons[0].blocks.size());
}
