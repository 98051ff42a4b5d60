#include <catch2/catch.hpp>

#include <algorithm>

#include "sample_course.h"

using namespace Qt::StringLiterals;
using namespace studio;

namespace {

struct Breakage
{
    const char *name;
    QStringView file;
    QStringView before; ///< Stands in the file once.
    QStringView after; ///< The problem is at the ⟦.
    QStringView what; ///< A piece of what is said.
    QStringView expected = u""; ///< A piece of it.
    Severity severity = Severity::Error;
};

constexpr QStringView kCourse = u"course.yaml";
constexpr QStringView kLesson = u"lessons/hello/lesson.md";
constexpr QStringView kGreet = u"exercises/greet/exercise.yaml";
constexpr QStringView kLargest = u"exercises/largest/exercise.yaml";
constexpr QStringView kGaps = u"exercises/gaps/exercise.yaml";
constexpr QStringView kPick = u"exercises/pick/exercise.yaml";
constexpr QStringView kOrder = u"exercises/order/exercise.yaml";
constexpr QStringView kLong = u"exercises/long/exercise.yaml";
constexpr QStringView kShapes = u"exercises/shapes/exercise.yaml";

const Breakage kBreakages[] = {
    {"an unknown key", kCourse, u"licence:", u"⟦license:",
     u"unknown key \"license\"; did you mean \"licence\"?", u"sections"},
    {"a missing key", kCourse, u"format: 1\nid: sample\ntitle: Sample course", u"⟦format: 1\nid: sample",
     u"lacks the key \"title\""},
    {"a number for a text", kCourse, u"Sample course", u"⟦12", u"the number 12, where a text belongs",
     u"\"12\""},
    {"a list for a text", kCourse, u"One of each.", u"⟦[one, each]", u"a list, where a text belongs"},
    {"a text for a list", kCourse, u"[Ada Example, Bob Example]", u"⟦Ada Example", u"as \"authors\"",
     u"a list"},
    {"a key twice", kCourse, u"version: 1.0.0", u"version: 1.0.0\n⟦language: de",
     u"the key \"language\" is here twice", u"line 9"},
    {"a newer format", kCourse, u"format: 1", u"format: ⟦2", u"newer version", u"format: 1"},
    {"a bad id", kCourse, u"id: sample", u"id: ⟦My_Course", u"no id of a course", u"small letters"},
    {"a bad language", kCourse, u"language: en", u"language: ⟦english language", u"no language", u"pt-BR"},
    {"an unclosed bracket", kCourse, u"[hello]", u"⟦[hello", u"the closing ] is missing", u"[item, item]"},
    {"a tab in the indentation", kCourse, u"    lessons: [hello]", u"⟦\tlessons: [hello]",
     u"a tab in the indentation", u"spaces"},
    {"an alias", kCourse, u"licence: CC-BY-SA-4.0", u"licence: ⟦*name", u"an alias", u"written out"},
    {"an anchor", kCourse, u"licence: CC-BY-SA-4.0", u"licence: ⟦&name CC", u"an anchor"},
    {"a tag", kCourse, u"licence: CC-BY-SA-4.0", u"licence: ⟦!!str CC", u"a tag"},
    {"a key without a value", kCourse, u"licence: CC-BY-SA-4.0", u"⟦licence:",
     u"nothing stands after the key"},
    {"a lesson without a folder", kCourse, u"[loops]", u"[⟦lops]",
     u"there is no file \"lessons/lops/lesson.md\"; did you mean \"loops\"?"},
    {"a lesson listed twice", kCourse, u"[loops]", u"[loops, ⟦hello]", u"\"hello\" is here twice"},
    {"a section without lessons", kCourse, u"[loops]", u"⟦[]", u"without lessons"},
    {"a picture of the course page that is absent", kCourse, u"![a shelf](lessons", u"ö𝄞 ⟦![a shelf](nowhere",
     u"there is no picture"},

    {"a lesson without front matter", kLesson, u"---\ntitle: Saying hello", u"⟦\ntitle: Saying hello",
     u"no front matter"},
    {"an unknown key in the front matter", kLesson, u"minutes:", u"⟦minute:",
     u"unknown key \"minute\"; did you mean \"minutes\"?"},
    {"a wrong type in the front matter", kLesson, u"minutes: 12", u"minutes: ⟦soon", u"as \"minutes\"",
     u"whole number"},
    {"a heading of level one", kLesson, u"## First", u"⟦# First", u"level 1", u"## to ####"},
    {"an unclosed directive", kLesson, u"::: info\nGood to know.\n:::", u"⟦::: info\nGood to know.",
     u"::: info is not closed"},
    {"an unknown directive", kLesson, u"::: danger", u"⟦::: dagner",
     u"unknown directive \"dagner\"; did you mean \"danger\"?"},
    {"a ::: that closes nothing", kLesson, u"## First", u"⟦:::\n## First", u"closes nothing"},
    {"an unknown word after a fence", kLesson, u"python title=", u"python ⟦tytle=", u"unknown word"},
    {"an unknown attribute of a fence", kLesson, u"run title=\"Twice\"", u"run ⟦caption=\"Twice\"",
     u"unknown word \"caption\""},
    {"code to run that isn't Python", kLesson, u"```python run", u"```ruby ⟦run", u"\"ruby\" can't be run"},
    {"an unclosed fence", kLesson, u"```\nno language\n```", u"⟦````\nno language\n```", u"not closed"},
    {"an absent picture", kLesson, u"![a shelf of books](images/shelf.svg",
     u"⟦![a shelf of books](images/shelve.svg", u"there is no picture \"lessons/hello/images/shelve.svg\""},
    {"a picture outside of the folder", kLesson, u"![a shelf of books](images/shelf.svg",
     u"⟦![a shelf of books](../../../shelf.svg", u"not in the course folder"},
    {"a picture of the web", kLesson, u"![a shelf of books](images/shelf.svg",
     u"⟦![a shelf of books](https://example.org/x.svg", u"not in the course folder"},
    {"a picture without a text", kLesson, u"![a shelf of books]", u"⟦![]",
     u"no text for those who can't see it"},
    {"a picture without a text in the flow", kLesson, u"A program", u"Näh ⟦![](images/shelf.svg) program",
     u"no text for those who can't see it"},
    {"a link that leads nowhere", kLesson, u"*prints*", u"[prints](⟦javascript:alert(1))",
     u"can't be followed", u"https://"},
    {"a link to no heading", kLesson, u"(#more-words)", u"(⟦#no-words)", u"no heading #no-words",
     u"#more-words"},
    {"an absent exercise", kLesson, u"::: exercise greet", u"::: exercise ⟦gret",
     u"there is no exercise \"gret\"; did you mean \"greet\"?"},
    {"an exercise shown twice", u"lessons/loops/lesson.md", u"exercise typing", u"exercise ⟦greet",
     u"shown twice", u"lessons/hello/lesson.md"},
    {"an unknown lesson as a prerequisite", kLesson, u"lessons: [loops]", u"lessons: [⟦loop]",
     u"no lesson \"loop\""},
    {"a resource without a link", kLesson,
     u"- title: The tutorial, on lists\n  link: https://docs.python.org/3/tutorial/\n",
     u"- ⟦title: The tutorial, on lists\n", u"lacks the key \"link\""},
    {"a video with a bad link", kLesson, u"link: https://example.org/list", u"link: ⟦data:text/html,x",
     u"can't be followed"},
    {"a block id twice", kLesson, u"code-choice which-colon", u"code-choice ⟦greet-gap",
     u"in this lesson twice"},
    {"a bad block id", kLesson, u"quiz what-prints", u"quiz ⟦What Prints", u"no id of a quiz"},
    {"a question without a right option", kLesson,
     u"      - text: \"`9`, `1`, `4`, each on its own line\"\n        right: true", u"      ⟦- text: \"`9`\"",
     u"no option is right", u"right: true"},
    {"several right options without many", kLesson, u"    many: true\n    options:\n      - {id: one",
     u"    options:\n      ⟦- {id: one", u"2 options are right", u"many: true"},
    {"a blank that the code of a fill-in lacks", kLesson, u"  BLANK_1: ['\"Ada\"', \"'Ada'\"]",
     u"  BLANK_1: ['\"Ada\"']\n  ⟦BLANK_2: [x]", u"BLANK_2 is not in the code"},
    {"a blank in the code of a fill-in that isn't described", kLesson, u"print(\"Hello,\", name)",
     u"print(⟦{{BLANK_7}}, name)", u"BLANK_7 is not described"},
    {"an unknown key in a quiz", kLesson, u"  - ask: Which are texts?",
     u"  - ⟦question: Which\n    ask: Which are texts?", u"unknown key \"question\""},
    {"bad YAML in a directive", kLesson, u"length: \"3:20\"", u"length: ⟦\"3:20", u"quotation mark"},

    {"an unknown kind", kGreet, u"kind: program", u"kind: ⟦programme",
     u"unknown kind: the text \"programme\"; did you mean \"program\"?", u"parsons"},
    {"no kind", kGreet, u"kind: program\n", u"⟦", u"lacks the key \"kind\""},
    {"an unknown key in an exercise", kGreet, u"points:", u"⟦point:",
     u"unknown key \"point\"; did you mean \"points\"?"},
    {"a key of another kind", kGreet, u"points: 2", u"⟦options: []", u"unknown key \"options\""},
    {"points that are no number", kGreet, u"points: 2", u"points: ⟦two", u"the text \"two\" as \"points\"",
     u"whole number from 0 to 1000"},
    {"an unknown rule of comparing", kGreet, u"compare: numbers", u"compare: ⟦number",
     u"did you mean \"numbers\"?", u"pattern"},
    {"a tolerance without numbers", kGreet, u"compare: numbers\ntolerance: 0.01", u"tolerance: ⟦0.01",
     u"does nothing", u"compare: numbers", Severity::Warning},
    {"a case without output", kGreet, u"{input: \"Ada\\n\", output: \"Hello, Ada\\n\"}",
     u"⟦{input: \"Ada\\n\"}", u"a case lacks the key \"output\""},
    {"a pattern that is none", kGreet,
     u"compare: numbers\ntolerance: 0.01\nignore_case: true\ncases:\n  - {input: \"Ada\\n\", output: "
     u"\"Hello, Ada\\n\"}",
     u"compare: pattern\ncases:\n  - {output: ⟦\"(\"}", u"regular expression"},
    {"a hint without text", kGreet, u"  - text: Look at the comma.", u"  - ⟦after: {attempts: 2}",
     u"a hint lacks the key \"text\""},
    {"a mistake without its file", kGreet, u"  no-comma:", u"  ⟦no-coma:",
     u"there is no file \"exercises/greet/mistakes/no-coma.py\""},
    {"a mistake without a message", kGreet, u"    message: There is no comma after *Hello*.\n    when",
     u"    ⟦when", u"a mistake lacks the key \"message\""},
    {"a bad expression in when", kGreet, u"\"^Hello [A-Z]\"", u"⟦\"[\"", u"regular expression"},
    {"an unknown construct", kGreet, u"\"call:eval\"", u"⟦\"cal:eval\"", u"unknown construct", u"call:NAME"},
    {"a bad limit", kGreet, u"seconds: 2.5", u"seconds: ⟦-1", u"as \"seconds\"", u"from 0.1"},
    {"a bad file name", kGreet, u"greeting.py", u"⟦../greeting.py", u"no name for a Python file"},
    {"a picture outside, in a task", kGreet, u"![a shelf](../../lessons", u"⟦![a shelf](../../../lessons",
     u"not in the course folder"},
    {"a value that is no literal", kLargest, u"gives: \"5\"", u"gives: ⟦\"five\"", u"no Python literal"},
    {"a case that expects nothing", kLargest, u"{call: \"second_largest([])\", raises: ValueError}",
     u"⟦{call: \"second_largest([])\"}", u"expects nothing", u"gives:"},
    {"an exception that is no name", kLargest, u"raises: ValueError", u"raises: ⟦a value error",
     u"no name of an exception"},
    {"a function that is no name", kLargest, u"function: second_largest", u"function: ⟦second-largest",
     u"no name in Python"},
    {"a blank the template lacks", kGaps, u"  BLANK_2:", u"  ⟦BLANK_3:", u"BLANK_3 is not in the code"},
    {"a blank that isn't described", u"exercises/gaps/starter.py", u"print({{BLANK_2}})",
     u"print({{BLANK_2}}, ⟦{{BLANK_3}})", u"BLANK_3 is not described"},
    {"a blank twice", u"exercises/gaps/starter.py", u"print({{BLANK_2}})",
     u"print({{BLANK_2}}, ⟦{{BLANK_2}})", u"BLANK_2 is here twice"},
    {"a blank written otherwise", u"exercises/gaps/starter.py", u"print({{BLANK_2}})",
     u"print({{BLANK_2}}, ⟦{{blank 3}})", u"is no blank"},
    {"a blank that nothing fills", kGaps, u"  BLANK_1: [range(5), \"range(0, 5)\"]", u"  ⟦BLANK_1: []",
     u"nothing is right for the blank"},
    {"a solution that isn't the template", u"exercises/gaps/solution.py", u"for n in range(5):",
     u"⟦for k in range(5):", u"not starter.py with its blanks filled"},
    {"an option id twice", kPick, u"id: b,", u"id: ⟦a,", u"\"a\" is here twice"},
    {"a mistake that is no choice", u"exercises/pick/mistakes/glued.py", u"b\n", u"⟦c\n",
     u"no id of an option"},
    {"no right option", kPick, u"  - {id: a, text: 5, right: true,", u"  ⟦- {id: a, text: 5,",
     u"no option is right"},
    {"two right options", kPick, u"  - {id: a, text: 5, right: true, because: It adds.}\n  - {id: b,",
     u"  ⟦- {id: a, text: 5, right: true, because: It adds.}\n  - {id: b, right: true,",
     u"2 options are right"},
    {"an empty line to put in order", kOrder, u"  total = 0\n", u"  total = 0\n  ⟦\n", u"empty line"},
    {"a distractor that is right", kOrder, u"\"total = n\"", u"⟦\"total = 0\"", u"is a right one"},
    {"a step without a folder", kLong, u"[read, show]", u"[read, ⟦shew]",
     u"there is no file \"exercises/long/shew/exercise.yaml\""},
    {"one step", kLong, u"[read, show]", u"⟦[read]", u"1 steps", u"at least two"},
    {"steps inside steps", u"exercises/long/read/exercise.yaml", u"kind: predict-output", u"kind: ⟦steps",
     u"can't have steps"},
    {"tests that are absent", kShapes, u"tests/test_shapes.py", u"⟦tests/test_shape.py", u"there is no file"},
    {"tests outside of the exercise", kShapes, u"tests/test_shapes.py", u"⟦../greet/solution.py",
     u"not in the exercise's folder"},
    {"a key without its colon", kCourse, u"licence: CC-BY-SA-4.0\nauthors:",
     u"licence CC-BY-SA-4.0\nauthors⟦:", u"can't stand here", u"the line above"},
    {"a line that stands too far left", kCourse, u"    lessons: [hello]", u"  ⟦lessons: [hello]",
     u"doesn't fit", u"as many spaces"},
    {"a tab in Python", u"exercises/shapes/solution.py", u"    return", u"⟦\treturn",
     u"a tab in the indentation", u"4 spaces", Severity::Warning},
};

} // namespace

TEST_CASE("each thing that is wrong in a file is reported with its place")
{
    for (const Breakage &breakage : kBreakages) {
        DYNAMIC_SECTION(breakage.name)
        {
            SampleCourse course;
            const SourcePlace place = course.replace(breakage.file.toString(), breakage.before.toString(),
                                                     breakage.after.toString());
            REQUIRE(place.line > 0);
            const auto problems = course.load().problems;
            INFO(breakage.name << " at " << place.line << ":" << place.column << "\n"
                               << describe(problems).toStdString());
            const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem &problem) {
                return problem.place == place && problem.what.contains(breakage.what.toString());
            });
            REQUIRE(found != problems.end());
            CHECK(found->severity == breakage.severity);
            CHECK(found->expected.contains(breakage.expected.toString()));
        }
    }
}

TEST_CASE("all problems are told at once, in the order of files and lines")
{
    SampleCourse course;
    course.replace(u"course.yaml"_s, u"licence:"_s, u"license:"_s);
    course.replace(u"lessons/hello/lesson.md"_s, u"::: danger"_s, u"::: dagner"_s);
    course.replace(u"lessons/hello/lesson.md"_s, u"minutes:"_s, u"minute:"_s);
    course.replace(u"exercises/greet/exercise.yaml"_s, u"points: 2"_s, u"points: two"_s);
    course.replace(u"exercises/pick/exercise.yaml"_s, u"id: b,"_s, u"id: a,"_s);
    course.replace(u"exercises/order/exercise.yaml"_s, u"lines: |"_s, u"lines: [\n"_s);
    const auto loaded = course.load();
    REQUIRE(loaded.problems.size() >= 6);
    CHECK(loaded.problems.front().place.file == "course.yaml"_L1);
    std::vector<SourcePlace> places;
    for (const Problem &problem : loaded.problems) {
        places.push_back(problem.place);
    }
    CHECK(std::is_sorted(places.begin() + 1, places.end(),
                         [](const SourcePlace &left, const SourcePlace &right) {
                             return std::tie(left.file, left.line) < std::tie(right.file, right.line);
                         }));
    const auto files = [&places](const QString &file) {
        return std::count_if(places.begin(), places.end(),
                             [&](const SourcePlace &each) { return each.file == file; });
    };
    CHECK(files(u"lessons/hello/lesson.md"_s) == 2);
    CHECK(files(u"exercises/order/exercise.yaml"_s) == 1);

    SECTION("and what can be read is there")
    {
        REQUIRE(loaded.course);
        CHECK(findExercise(*loaded.course, u"greet"_s));
        CHECK(findExercise(*loaded.course, u"largest"_s));
        CHECK_FALSE(findExercise(*loaded.course, u"order"_s));
    }
}
