#include "gradings.h"

using namespace studio;
using namespace studio::test;

namespace {

Mistake mistake(const QString &name, const QString &answer)
{
    Mistake made;
    made.name = name;
    made.answer = answer;
    made.message = {name, u"<p>%1</p>"_s.arg(name)};
    return made;
}

} // namespace

TEST_CASE("An answer that behaves as an anticipated mistake gets its message", "[grading]")
{
    Exercise exercise = tripler();
    exercise.mistakes = {mistake(u"plus"_s, u"def triple(n): return n + 3"_s),
                         mistake(u"prints"_s, u"def triple(n): print(n * 3)"_s)};

    CHECK(verdictOn(exercise, u"def triple(x):\n    return 3 + x"_s).mistake == u"plus"_s);
    CHECK(verdictOn(exercise, u"def triple(x):\n    x * 3"_s).mistake == u"prints"_s);
    CHECK(verdictOn(exercise, u"def triple(x): return 7"_s).mistake.isEmpty());
    CHECK(verdictOn(exercise, u"def triple(n): return n * 3"_s).mistake.isEmpty());
}

TEST_CASE("A mark recognises a mistake by output, error or construct", "[grading]")
{
    Exercise exercise = tripler();
    exercise.mistakes = {mistake(u"output"_s, QString()), mistake(u"error"_s, QString()),
                         mistake(u"construct"_s, QString())};
    exercise.mistakes[0].whenOutput = u"^7$"_s;
    exercise.mistakes[1].whenError = u"ZeroDivisionError"_s;
    exercise.mistakes[2].whenConstruct = u"while"_s;

    CHECK(verdictOn(exercise, u"def triple(n): return 7"_s).mistake == u"output"_s);
    CHECK(verdictOn(exercise, u"def triple(n): return n / 0"_s).mistake == u"error"_s);
    CHECK(verdictOn(exercise, u"def triple(n):\n    while n < 0: n = 1\n    return 1"_s).mistake
          == u"construct"_s);
}

TEST_CASE("Forbidden and required constructs are found in the code, not in its text", "[grading]")
{
    Exercise exercise = tripler();
    exercise.constructs.forbidden = {{u"call:sum"_s, {}, 1}};
    exercise.constructs.required = {{u"for"_s, {}, 1}};

    const Verdict forbidden
        = verdictOn(exercise, u"def triple(n):\n    for i in [1]: pass\n    return sum([n, n, n])"_s);
    const Verdict missing = verdictOn(exercise, u"def triple(n):\n    # for sum(\n    return n * 3"_s);
    const Verdict fine
        = verdictOn(exercise, u"def triple(n):\n    r = 0\n    for i in range(3): r += n\n    return r"_s);

    CHECK(forbidden.outcome == Outcome::Wrong);
    REQUIRE(forbidden.constructs.size() == 1);
    CHECK(forbidden.constructs[0].line == 3);
    CHECK(missing.outcome == Outcome::Wrong);
    CHECK(missing.constructs[0].required);
    CHECK(fine.outcome == Outcome::Passed);
}
