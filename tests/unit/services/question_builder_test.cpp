#include "content/forum/post_renderer.h"
#include "domain/forum.h"
#include "domain/ports/post_renderer.h"
#include "services/question_builder.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::services;
using namespace Qt::StringLiterals;

namespace {

const QuestionWords kWords{u"About %1"_s, u"Tried"_s,    u"Code"_s, u"Input"_s,
                           u"Expected"_s, u"Happened"_s, u"Error"_s};

Exercise program()
{
    Exercise exercise;
    exercise.id = u"second-largest"_s;
    exercise.title = u"The second largest"_s;
    exercise.kind = ExerciseKind::Program;
    exercise.solution = u"numbers = sorted(set(numbers))\nprint(numbers[-2])\n"_s;
    exercise.spec = ProgramSpec();
    return exercise;
}

CaseResult wrongCase(const QString &input, bool hidden = false)
{
    CaseResult result;
    result.state = CaseState::Differs;
    result.input = input;
    result.actual = u"9"_s;
    result.expected = u"5"_s;
    result.hidden = hidden;
    return result;
}

LastTry checked(const std::vector<CaseResult> &cases, int first)
{
    Verdict verdict;
    verdict.outcome = Outcome::Wrong;
    verdict.cases = cases;
    verdict.firstDiffering = first;
    LastTry last;
    last.verdict = verdict;
    return last;
}

RunError keyError()
{
    RunError error;
    error.type = u"KeyError"_s;
    error.message = u"'plum'"_s;
    error.traceback = u"Traceback (most recent call last):\n  File \"a.py\", line 2\nKeyError: 'plum'\n"_s;
    return error;
}

} // namespace

TEST_CASE("a question holds the answer, the smallest case that is wrong, and a link to the exercise")
{
    const LastTry last = checked({wrongCase(u"9 5 1 2"_s), wrongCase(u"9 5"_s)}, 1);
    Question question = questionAbout(u"first-steps"_s, program(), u"print(max(numbers))"_s, last);
    CHECK(question.input == u"9 5"_s);
    CHECK(question.expected == u"5"_s);
    CHECK(question.actual == u"9"_s);
    CHECK(question.subject == u"The second largest"_s);
    question.tried = u"I sorted it first."_s;

    const QString text = markdownOf(question, kWords);
    CHECK(text
          == u"About [The second largest](studio:exercise/first-steps/second-largest)\n\n"
             "**Tried**\n\nI sorted it first.\n\n"
             "**Code**\n\n```python\nprint(max(numbers))\n```\n\n"
             "**Input**\n\n```text\n9 5\n```\n\n"
             "**Expected**\n\n```text\n5\n```\n\n"
             "**Happened**\n\n```text\n9\n```"_s);
    const auto link = exerciseLinkIn(text);
    REQUIRE(link);
    CHECK(link->courseId == u"first-steps"_s);
    CHECK(link->itemId == u"second-largest"_s);
}

TEST_CASE("what is hidden of an exercise is not told in a question")
{
    SECTION("the first wrong case is hidden, another one is not")
    {
        const Question question = questionAbout(
            u"c"_s, program(), u"x"_s, checked({wrongCase(u"secret"_s, true), wrongCase(u"1 2"_s)}, 0));
        CHECK(question.input == u"1 2"_s);
    }
    SECTION("only hidden ones are wrong")
    {
        const Question question
            = questionAbout(u"c"_s, program(), u"x"_s, checked({wrongCase(u"secret"_s, true)}, 0));
        CHECK(question.input.isEmpty());
        CHECK(question.expected.isEmpty());
        CHECK(question.actual.isEmpty());
    }
}

TEST_CASE("the right answer of a predicted output or of lines in order is not told")
{
    Exercise exercise = program();
    exercise.kind = ExerciseKind::PredictOutput;
    exercise.spec = PredictOutputSpec();
    CHECK(questionAbout(u"c"_s, exercise, u"9"_s, checked({wrongCase({})}, 0)).expected.isEmpty());
    exercise.kind = ExerciseKind::Parsons;
    exercise.spec = ParsonsSpec();
    CHECK(questionAbout(u"c"_s, exercise, u"9"_s, checked({wrongCase({})}, 0)).expected.isEmpty());
    exercise.kind = ExerciseKind::Choice;
    exercise.spec = ChoiceSpec();
    const Question choice = questionAbout(u"c"_s, exercise, u"a"_s, checked({wrongCase({})}, 0));
    CHECK(choice.expected.isEmpty());
    CHECK(choice.code.isEmpty());
}

TEST_CASE("a later run takes the place of the check, with its own input and error")
{
    LastTry last = checked({wrongCase(u"9 5"_s)}, 0);
    last.run = RunResult();
    last.run->state = RunState::Raised;
    last.run->error = keyError();
    last.printed = u"before\n"_s;
    last.input = u"plum"_s;
    const Question question = questionAbout(u"c"_s, program(), u"x"_s, last);
    CHECK(question.input == u"plum"_s);
    CHECK(question.expected.isEmpty());
    CHECK(question.actual == u"before\n"_s);
    CHECK(question.error.endsWith(u"KeyError: 'plum'"_s));
    CHECK(question.subject == u"The second largest: KeyError: 'plum'"_s);
}

TEST_CASE("what is called stands as the input of a function")
{
    Exercise exercise = program();
    exercise.kind = ExerciseKind::Function;
    exercise.spec = FunctionSpec();
    CaseResult result = wrongCase({});
    result.call = u"second([1, 2])"_s;
    CHECK(questionAbout(u"c"_s, exercise, u"x"_s, checked({result}, 0)).input == u"second([1, 2])"_s);
}

TEST_CASE("code with fences, and a title with signs of Markdown, stay what they are")
{
    Exercise exercise = program();
    exercise.title = u"Lists [1] *and* `sets` <b>"_s;
    const QString code = u"text = '''\n```\n[x](studio:exercise/a/b)\n````\n'''"_s;
    const Question question = questionAbout(u"c"_s, exercise, code, {});
    const QString text = markdownOf(question, kWords);
    CHECK(exerciseLinkIn(text)->itemId == u"second-largest"_s);
    const auto parts = content::makePostRenderer([] { return QUrl(); })->render(text);
    int blocks = 0;
    for (const PostPart &part : parts) {
        if (part.kind == PostPart::Kind::Code) {
            ++blocks;
            CHECK(part.code.trimmed() == code);
            CHECK(part.language == u"python"_s);
        }
    }
    CHECK(blocks == 1);
    CHECK(parts.front().html.contains(u"Lists [1] *and* `sets` &lt;b&gt;"_s));
}

TEST_CASE("an endless output is cut at a line")
{
    LastTry last;
    last.run = RunResult();
    last.printed = u"a line of it\n"_s.repeated(100'000);
    const Question question = questionAbout(u"c"_s, program(), u"x"_s, last);
    CHECK(question.actual.size() < 5'000);
    CHECK(question.actual.endsWith(u"a line of it\n…"_s));
}

TEST_CASE("it is known when a solution would be given away")
{
    const QString solution = program().solution;
    CHECK(givesSolutionAway(solution, solution, {}));
    CHECK(givesSolutionAway(u"# mine\n\nnumbers=sorted( set(numbers) )\n\n\nprint(numbers[-2])  \nprint(1)"_s,
                            solution, {}));
    CHECK_FALSE(givesSolutionAway(u"numbers = sorted(numbers)\nprint(numbers[-2])"_s, solution, {}));
    CHECK(givesSolutionAway(u"print(sorted({*numbers})[-2])"_s, solution,
                            {u"print( sorted({*numbers})[-2] )"_s}));
    CHECK_FALSE(givesSolutionAway({}, solution, {}));
    CHECK_FALSE(givesSolutionAway(u"anything"_s, {}, {}));
}

TEST_CASE("searches for similar topics begin with the error and end with less")
{
    Question question;
    question.exerciseTitle = u"The second largest"_s;
    question.subject = question.exerciseTitle;
    question.error = u"Traceback\nValueError: invalid literal for int() with base 10: 'x'"_s;
    const auto searches = similarSearches(question);
    REQUIRE(searches.size() == 3);
    CHECK(searches[0].words == QStringList{u"ValueError"_s, u"invalid"_s, u"literal"_s, u"for"_s});
    CHECK(searches[1].words == QStringList{u"The"_s, u"second"_s, u"largest"_s});
    CHECK(searches[2].words == QStringList{u"ValueError"_s});
    CHECK_FALSE(searches[0].typing);
    CHECK(similarSearches({}).empty());
}

TEST_CASE("a draft comes back as it was, and rubbish is no draft")
{
    Question question = questionAbout(u"c"_s, program(), u"print('ä\"')"_s, checked({wrongCase(u"1"_s)}, 0));
    question.tried = u"Much.\n\nMore."_s;
    qint64 forum = 0;
    CHECK(questionFromJson(toJson(question, 7), &forum) == question);
    CHECK(forum == 7);
    CHECK_FALSE(questionFromJson(u"{\"course\":3"_s, nullptr));
    CHECK_FALSE(questionFromJson({}, nullptr));
}
