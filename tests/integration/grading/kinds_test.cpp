#include "text/verdict_text.h"

#include "gradings.h"

using namespace studio;
using namespace studio::test;

namespace {

/// For each kind that runs code: an answer and what must come of it.
struct Row
{
    const char *what;
    QString answer;
    Outcome outcome;
};

void checkAll(const Exercise &exercise, const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        INFO(row.what);
        const Verdict verdict = verdictOn(exercise, row.answer);
        CHECK(toString(verdict.outcome).toStdString() == toString(row.outcome).toStdString());
        CHECK_FALSE(text::describe(exercise, verdict).headline.isEmpty());
    }
}

} // namespace

TEST_CASE("A program is judged by what it prints, on every case", "[grading]")
{
    checkAll(doubler(),
             {
                 {"right", u"print(int(input()) * 2)"_s, Outcome::Passed},
                 {"wrong", u"print(int(input()) + 2)"_s, Outcome::Wrong},
                 {"endless", u"while True: pass"_s, Outcome::DidNotFinish},
                 {"waits without end", u"import time\nwhile True: time.sleep(1)"_s, Outcome::DidNotFinish},
                 {"crashing", u"import ctypes; ctypes.string_at(0)"_s, Outcome::DidNotFinish},
                 {"raising", u"print(int(input()) * 2)\n1/0"_s, Outcome::Wrong},
                 {"syntax", u"print(int(input()) * 2"_s, Outcome::Wrong},
                 {"floods", u"while True: print('x' * 1000)"_s, Outcome::DidNotFinish},
                 {"eats memory", u"x = 'a' * (1 << 30)"_s, Outcome::DidNotFinish},
                 {"empty", QString(), Outcome::Wrong},
                 {"reads too much", u"input(); input()"_s, Outcome::Wrong},
             });
}

TEST_CASE("The first difference of an output is marked with its line and column", "[grading]")
{
    const Verdict verdict = verdictOn(doubler(), u"print(int(input()) * 2 + 1)"_s);

    REQUIRE(verdict.firstDiffering == 0);
    const CaseResult &first = verdict.cases[0];
    CHECK(first.input == u"2\n"_s);
    CHECK(first.actual == u"5\n"_s);
    REQUIRE(first.difference);
    CHECK(first.difference->line == 1);
    CHECK(first.difference->column == 1);
    CHECK(verdict.rule == u"trailing-space"_s);
}

TEST_CASE("A function is judged by what it gives back", "[grading]")
{
    checkAll(tripler(),
             {
                 {"right", u"def triple(n): return n * 3"_s, Outcome::Passed},
                 {"wrong", u"def triple(n): return n + 4"_s, Outcome::Wrong},
                 {"prints instead", u"def triple(n): print(n * 3)"_s, Outcome::Wrong},
                 {"endless", u"def triple(n):\n    while True: pass"_s, Outcome::DidNotFinish},
                 {"endless at the top", u"while True: pass"_s, Outcome::DidNotFinish},
                 {"crashing", u"import ctypes\ndef triple(n): ctypes.string_at(0)"_s, Outcome::DidNotFinish},
                 {"missing", u"def tripel(n): return n * 3"_s, Outcome::Wrong},
                 {"syntax", u"def triple(n) return n * 3"_s, Outcome::Wrong},
                 {"another type", u"def triple(n): return str(n * 3)"_s, Outcome::Wrong},
                 {"a float", u"def triple(n): return n * 3.0"_s, Outcome::Wrong},
                 {"too many arguments", u"def triple(n, m): return n * 3"_s, Outcome::Wrong},
                 {"recursion without end", u"def triple(n): return triple(n)"_s, Outcome::Wrong},
             });
}

TEST_CASE("A function's case may ask for a print, an exception, or a number within a tolerance", "[grading]")
{
    FunctionSpec spec;
    spec.name = u"f"_s;
    spec.rule = {OutputRule::Kind::Numbers, 0.01, false};
    FunctionCase prints;
    prints.call = u"f(1)"_s;
    prints.prints = u"one\n"_s;
    FunctionCase raises;
    raises.call = u"f(0)"_s;
    raises.raises = u"ValueError"_s;
    spec.cases = {prints, raises, functionCase(u"f(3)"_s, u"0.333"_s)};
    const Exercise exercise = exerciseOf(ExerciseKind::Function, spec);

    checkAll(
        exercise,
        {{"right",
          u"def f(n):\n    if n == 0: raise ValueError('no')\n    if n == 1: print('one')\n    return 1 / n"_s,
          Outcome::Passed},
         {"another exception", u"def f(n):\n    if n == 1: print('one')\n    return 1 / n"_s,
          Outcome::Wrong}});
}

TEST_CASE("A unittest file judges an answer that lives in another process", "[grading]")
{
    checkAll(halves(false),
             {
                 {"right", u"def half(n): return n / 2"_s, Outcome::Passed},
                 {"wrong", u"def half(n): return n // 2"_s, Outcome::Wrong},
                 {"endless", u"def half(n):\n    while True: pass"_s, Outcome::DidNotFinish},
                 {"crashing", u"import ctypes\ndef half(n): ctypes.string_at(0)"_s, Outcome::DidNotFinish},
                 {"raising", u"def half(n): return n / 0"_s, Outcome::Wrong},
                 {"missing", u"def third(n): return n / 3"_s, Outcome::Wrong},
                 {"syntax", u"def half(n: return"_s, Outcome::Wrong},
                 {"raising at the top", u"1/0"_s, Outcome::Wrong},
             });
}

TEST_CASE("Open tests say that they are open", "[grading]")
{
    const Verdict right = verdictOn(halves(true), u"def half(n): return n / 2"_s);
    const Verdict wrong = verdictOn(halves(true), u"def half(n): return n"_s);
    const Verdict endless = verdictOn(halves(true), u"def half(n):\n    while True: pass"_s);
    const Verdict crashing = verdictOn(halves(true), u"import ctypes\ndef half(n): ctypes.string_at(0)"_s);

    CHECK(right.outcome == Outcome::Passed);
    CHECK(right.openTests);
    CHECK(wrong.outcome == Outcome::Wrong);
    CHECK(endless.outcome == Outcome::DidNotFinish);
    CHECK(crashing.outcome == Outcome::DidNotFinish);
}

TEST_CASE("Filled blanks are judged by alternatives, and by running where there are cases", "[grading]")
{
    FillBlanksSpec spec;
    spec.codeTemplate = u"for n in {{BLANK_1}}:\n    print(n)\n"_s;
    spec.blanks = {{u"BLANK_1"_s, {u"range(3)"_s, u"[0, 1, 2]"_s}, false, 8}};
    const auto filled = [](const QString &value) { return u"for n in %1:\n    print(n)\n"_s.arg(value); };
    const Exercise byText = exerciseOf(ExerciseKind::FillBlanks, spec);
    checkAll(byText,
             {{"right", filled(u"range(3)"_s), Outcome::Passed},
              {"right with spaces", filled(u"range( 3 )"_s), Outcome::Passed},
              {"wrong", filled(u"range(4)"_s), Outcome::Wrong},
              {"untouched", spec.codeTemplate, Outcome::Wrong},
              {"changed outside", u"print(0)\nprint(1)\nprint(2)\n"_s, Outcome::Wrong}});

    spec.cases = {programCase({}, u"0\n1\n2\n"_s)};
    const Exercise byRunning = exerciseOf(ExerciseKind::FillBlanks, spec);
    checkAll(byRunning,
             {{"another right way", filled(u"(0, 1, 2)"_s), Outcome::Passed},
              {"wrong", filled(u"range(4)"_s), Outcome::Wrong},
              {"endless", filled(u"iter(int, 1)"_s), Outcome::DidNotFinish},
              {"crashing", filled(u"__import__('ctypes').string_at(0)"_s), Outcome::DidNotFinish}});
}

TEST_CASE("Choices, predictions, typed texts and orders are judged without running", "[grading]")
{
    ChoiceSpec choice;
    choice.many = true;
    choice.options = {{u"a"_s, {}, true, {}}, {u"b"_s, {}, false, {}}, {u"c"_s, {}, true, {}}};
    checkAll(exerciseOf(ExerciseKind::Choice, choice),
             {{"right", u"c\na"_s, Outcome::Passed},
              {"half", u"a"_s, Outcome::Wrong},
              {"all", u"a\nb\nc"_s, Outcome::Wrong},
              {"nothing", QString(), Outcome::Wrong},
              {"unknown", u"a\nc\nz"_s, Outcome::Wrong}});
    choice.many = false;
    choice.options = {{u"a"_s, {}, true, {}}, {u"b"_s, {}, false, {}}};
    checkAll(exerciseOf(ExerciseKind::Choice, choice),
             {{"right", u"a"_s, Outcome::Passed}, {"wrong", u"b"_s, Outcome::Wrong}});

    PredictOutputSpec predict;
    predict.output = u"aaa\n"_s;
    checkAll(exerciseOf(ExerciseKind::PredictOutput, predict),
             {{"right", u"aaa"_s, Outcome::Passed}, {"wrong", u"aa"_s, Outcome::Wrong}});

    TypeThisSpec type;
    type.text = u"print(1)\n"_s;
    checkAll(exerciseOf(ExerciseKind::TypeThis, type),
             {{"right", u"print(1)"_s, Outcome::Passed}, {"wrong", u"print(l)"_s, Outcome::Wrong}});
}

TEST_CASE("Lines put in order are judged by their order, or by running", "[grading]")
{
    ParsonsSpec spec;
    spec.lines = QStringList{u"n = 1"_s, u"if n:"_s, u"    print(n)"_s};
    checkAll(exerciseOf(ExerciseKind::Parsons, spec),
             {{"right", u"n = 1\nif n:\n    print(n)"_s, Outcome::Passed},
              {"not indented", u"n = 1\nif n:\nprint(n)"_s, Outcome::Wrong},
              {"swapped", u"if n:\n    print(n)\nn = 1"_s, Outcome::Wrong},
              {"nothing", QString(), Outcome::Wrong}});
    spec.cases = {programCase({}, u"1\n"_s)};
    checkAll(exerciseOf(ExerciseKind::Parsons, spec),
             {{"right", u"n = 1\nif n:\n    print(n)"_s, Outcome::Passed},
              {"another right way", u"n = 1\nprint(n)"_s, Outcome::Passed},
              {"endless", u"while True:\n    pass"_s, Outcome::DidNotFinish},
              {"crashing", u"import ctypes\nctypes.string_at(0)"_s, Outcome::DidNotFinish}});
}

TEST_CASE("An exercise with a mistake of its own is never the learner's fault", "[grading]")
{
    FunctionSpec literal;
    literal.cases = {functionCase(u"f()"_s, u"no literal"_s)};
    Exercise tests = halves(false);
    std::get<UnitTestSpec>(tests.spec).tests = u"import unittest\nclass T(unittest.TestCase:\n    pass"_s;
    Exercise noTests = halves(false);
    std::get<UnitTestSpec>(noTests.spec).tests = u"import answer\n"_s;
    ProgramSpec pattern;
    pattern.rule.kind = OutputRule::Kind::Pattern;
    pattern.cases = {programCase({}, u"(unclosed"_s)};

    for (const Exercise &exercise :
         {exerciseOf(ExerciseKind::Function, literal), tests, noTests,
          exerciseOf(ExerciseKind::Program, pattern), exerciseOf(ExerciseKind::Program, ProgramSpec())}) {
        const Verdict verdict = verdictOn(exercise, u"def half(n): return n / 2"_s);
        CHECK(toString(verdict.outcome).toStdString() == "exercise-broken");
        REQUIRE(verdict.broken);
        CHECK_FALSE(verdict.broken->computer);
        const text::VerdictText words = text::describe(exercise, verdict);
        CHECK(words.headline.contains(u"mistake, not you"_s));
        CHECK(words.teacher.contains(verdict.broken->what));
    }
}

TEST_CASE("A missing Python is told as this computer's trouble, not the exercise's", "[grading]")
{
    runner::WorkerRunner runner(u"/nowhere/studio-python"_s);
    services::Grader grader(runner);
    const auto grading = grader.grade(std::make_shared<Exercise>(doubler()), u"print(1)"_s);
    QSignalSpy finished(grading.get(), &services::Grading::finished);
    REQUIRE(finished.wait(20'000));

    const auto verdict = finished.first().first().value<Verdict>();
    REQUIRE(verdict.broken);
    CHECK(verdict.broken->computer);
    CHECK(text::describe(doubler(), verdict).headline.contains(u"computer"_s));
}

TEST_CASE("Stopping a check ends it at once", "[grading]")
{
    runner::WorkerRunner runner(workerPath());
    services::Grader grader(runner);
    Exercise patient = doubler();
    patient.limits.time = std::chrono::milliseconds(60'000);
    const auto grading = grader.grade(std::make_shared<Exercise>(patient), u"while True: pass"_s);
    QSignalSpy finished(grading.get(), &services::Grading::finished);
    CHECK_FALSE(finished.wait(300));

    grading->stop();

    REQUIRE(finished.wait(5000));
    CHECK(finished.first().first().value<Verdict>().outcome == Outcome::DidNotFinish);
}
