#include "domain/blanks.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

TEST_CASE("Blanks are found in a template and in what was made of it", "[domain]")
{
    const QString text = u"a = {{BLANK_1}}\nb = {{BLANK_12}}"_s;

    REQUIRE(blanksOf(text).size() == 2);
    CHECK(blanksOf(text)[1].name == u"BLANK_12"_s);
    const auto found = findBlanks(text, u"a = 1\nb = 22"_s);
    REQUIRE(found);
    CHECK(u"a = 1\nb = 22"_s.mid((*found)[1].start, (*found)[1].length) == u"22"_s);
}

TEST_CASE("Text changed outside the blanks is seen", "[domain]")
{
    const QString text = u"a = {{BLANK_1}}\nprint(a)"_s;
    CHECK_FALSE(findBlanks(text, u"b = 1\nprint(a)"_s));
    CHECK_FALSE(findBlanks(text, u"a = 1\nprint(b)"_s));
    CHECK_FALSE(findBlanks(text, u"a ="_s));
    CHECK_FALSE(findBlanks(u"no blank"_s, u"another"_s));
}

TEST_CASE("A value may look like the text that follows the blank", "[domain]")
{
    const auto found = findBlanks(u"f({{BLANK_1}})"_s, u"f(g(1))"_s);
    REQUIRE(found);
    CHECK((*found)[0].length == 4);
}
