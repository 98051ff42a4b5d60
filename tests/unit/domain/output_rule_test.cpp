#include "domain/output_rule.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

OutputComparison compare(const QString &actual, const QString &expected, OutputRule::Kind kind,
                         double tolerance = 0.01)
{
    return compareOutput(actual, expected, {kind, tolerance, false});
}

} // namespace

TEST_CASE("Exact forgives nothing but a missing last newline", "[domain]")
{
    using K = OutputRule::Kind;
    CHECK(compare(u"a\n"_s, u"a"_s, K::Exact).equal);
    CHECK_FALSE(compare(u"a \n"_s, u"a\n"_s, K::Exact).equal);
    CHECK_FALSE(compare(u"a\n\n"_s, u"a\n"_s, K::Exact).equal);
}

TEST_CASE("Trailing spaces and empty last lines do not count", "[domain]")
{
    using K = OutputRule::Kind;
    CHECK(compare(u"a  \nb\t\n\n\n"_s, u"a\nb"_s, K::TrailingSpace).equal);
    CHECK(compare(u"a\r\nb\r\n"_s, u"a\nb\n"_s, K::TrailingSpace).equal);
    CHECK_FALSE(compare(u" a"_s, u"a"_s, K::TrailingSpace).equal);
}

TEST_CASE("Numbers may differ by the tolerance, words may not", "[domain]")
{
    using K = OutputRule::Kind;
    CHECK(compare(u"total 9.999"_s, u"total 10"_s, K::Numbers).equal);
    CHECK_FALSE(compare(u"total 9.5"_s, u"total 10"_s, K::Numbers).equal);
    CHECK_FALSE(compare(u"sum 10"_s, u"total 10"_s, K::Numbers).equal);
    CHECK_FALSE(compare(u"x1"_s, u"x1.001"_s, K::Numbers).equal); // part of a name
    CHECK(compare(u"-1e3"_s, u"-1000"_s, K::Numbers).equal);
}

TEST_CASE("A pattern has to match the whole output", "[domain]")
{
    using K = OutputRule::Kind;
    CHECK(compare(u"Hello, Ada!\n"_s, u"Hello, \\w+!"_s, K::Pattern).equal);
    CHECK_FALSE(compare(u"Well: Hello, Ada!"_s, u"Hello, \\w+!"_s, K::Pattern).equal);
    CHECK_FALSE(compare(u"x"_s, u"(unclosed"_s, K::Pattern).equal);
}

TEST_CASE("The first difference has a line and a column in code points", "[domain]")
{
    const auto difference = compare(u"one\n😀xb"_s, u"one\n😀xa"_s, OutputRule::Kind::Exact).difference;
    CHECK(difference.line == 2);
    CHECK(difference.column == 3);
    CHECK(difference.expectedLine == u"😀xa"_s);
}

TEST_CASE("Too little and too much output are told apart", "[domain]")
{
    const auto little = compare(u"1\n2"_s, u"1\n2\n3"_s, OutputRule::Kind::TrailingSpace).difference;
    const auto much = compare(u"1\n2\n3"_s, u"1\n2"_s, OutputRule::Kind::TrailingSpace).difference;
    CHECK(little.actualEnded);
    CHECK(little.line == 3);
    CHECK(much.expectedEnded);
    CHECK(much.line == 3);
}

TEST_CASE("Case can be left out of it", "[domain]")
{
    CHECK(compareOutput(u"STRASSE"_s, u"strasse"_s, {OutputRule::Kind::Exact, 0, true}).equal);
}
