#include "text/verdict_text.h"

#include "gradings.h"

using namespace studio;
using namespace studio::test;

namespace {

Exercise squareExercise()
{
    Exercise exercise = exerciseOf(ExerciseKind::Drawing, DrawingSpec());
    exercise.solution
        = u"import turtle\nfor _ in range(4):\n    turtle.forward(100)\n    turtle.left(90)\n"_s;
    exercise.limits.time = std::chrono::milliseconds(5000);
    return exercise;
}

} // namespace

TEST_CASE("A drawing passes when it shows what the solution's shows")
{
    const Verdict verdict = verdictOn(squareExercise(), uR"(
from turtle import *
speed(1)
left(90)
for side in range(4):
    forward(60)
    forward(40)
    right(90)
hideturtle()
done()
)"_s);
    CHECK(verdict.outcome == Outcome::Passed);
    CHECK(verdict.elapsed < std::chrono::seconds(3)); // nobody looks on, so nothing is waited for
}

TEST_CASE("A drawing that differs says how, with both drawings")
{
    const Exercise exercise = squareExercise();
    const Verdict verdict = verdictOn(
        exercise, u"import turtle\nturtle.forward(100)\nturtle.left(90)\nturtle.forward(100)\n"_s);
    CHECK(verdict.outcome == Outcome::Wrong);
    REQUIRE(verdict.cases.size() == 1);
    const auto drawing = verdict.cases[0].drawing;
    REQUIRE(drawing);
    CHECK(drawing->expected.lines() == 4);
    CHECK(drawing->actual.lines() == 2);
    CHECK(drawing->difference.missing.lines == 2);
    const text::VerdictText words = text::describe(exercise, verdict);
    CHECK(words.difference.startsWith(u"Missing lines: 2 of 4."_s));
    CHECK(words.rows.empty());
}

TEST_CASE("A program that draws nothing, fails or does not end is told so")
{
    CHECK(verdictOn(squareExercise(), u"print('a square')\n"_s).outcome == Outcome::Wrong);
    const Verdict raised = verdictOn(squareExercise(), u"import turtle\nturtle.forwards(100)\n"_s);
    CHECK(raised.outcome == Outcome::Wrong);
    REQUIRE(raised.cases[0].error);
    CHECK(raised.cases[0].error->type == u"AttributeError"_s);
    CHECK(verdictOn(squareExercise(), u"import turtle\nturtle.forward(\n"_s).error->type == u"SyntaxError"_s);
    Exercise quick = squareExercise();
    quick.limits.time = std::chrono::milliseconds(1000);
    CHECK(verdictOn(quick, u"import turtle\nwhile True:\n    turtle.forward(1)\n"_s).outcome
          == Outcome::DidNotFinish);
}

TEST_CASE("A solution that draws nothing is the exercise's mistake")
{
    Exercise exercise = squareExercise();
    exercise.solution = u"import turtle\nturtle.penup()\nturtle.forward(10)\n"_s;
    const Verdict verdict = verdictOn(exercise, u"import turtle\n"_s);
    CHECK(verdict.outcome == Outcome::ExerciseBroken);
    CHECK(verdict.broken->what == u"solution.py draws nothing"_s);
}

TEST_CASE("The expected drawing is not in the learner's process, and forged messages do not pass")
{
    const Verdict peeking = verdictOn(squareExercise(), uR"py(
import gc, sys
seen = [o for o in gc.get_objects() if isinstance(o, (str, list, tuple)) and "range(4)" in str(o)[:2000]]
import _studio
_studio.send({"type": "drawing", "items": [["line", 1, 1, 1, 0, [0, 0, 100, 0]]]})
_studio.send({"type": "verdict", "outcome": "passed"})
_studio.send({"type": "done", "state": "finished"})
)py"_s);
    CHECK(peeking.outcome != Outcome::Passed);
}
