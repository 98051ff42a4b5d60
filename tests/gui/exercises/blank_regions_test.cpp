#include "ui/exercises/blank_regions.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::ui;
using namespace Qt::StringLiterals;

namespace {

const QString kTemplate = u"for n in {{BLANK_1}}:\n    print({{BLANK_2}})\n"_s;

} // namespace

TEST_CASE("An untouched blank is shown as a gap and read back as untouched", "[exercises]")
{
    const auto shown = showBlanks(kTemplate, kTemplate);

    REQUIRE(shown);
    CHECK_FALSE(shown->text.contains(u"BLANK"_s));
    REQUIRE(shown->regions.size() == 2);
    CHECK(shown->regions[0].name == u"BLANK_1"_s);
    CHECK(readBlanks(shown->text, shown->regions) == kTemplate);
}

TEST_CASE("Filled blanks are found again by the fixed text around them", "[exercises]")
{
    const QString answer = u"for n in range(5):\n    print(n)\n"_s;

    const auto shown = showBlanks(kTemplate, answer);

    REQUIRE(shown);
    CHECK(shown->text == answer);
    CHECK(answer.mid(shown->regions[0].start, shown->regions[0].end - shown->regions[0].start)
          == u"range(5)"_s);
    CHECK(answer.mid(shown->regions[1].start, shown->regions[1].end - shown->regions[1].start) == u"n"_s);
    CHECK(readBlanks(shown->text, shown->regions) == answer);
}

TEST_CASE("Spaces around what was filled in do not count as part of it", "[exercises]")
{
    const auto shown = showBlanks(kTemplate, u"for n in   range(5) :\n    print(n)\n"_s);

    REQUIRE(shown);
    CHECK(readBlanks(shown->text, shown->regions) == u"for n in range(5):\n    print(n)\n"_s);
}

TEST_CASE("An answer to another template is not forced into this one", "[exercises]")
{
    CHECK_FALSE(showBlanks(kTemplate, u"while True:\n    pass\n"_s));
    CHECK_FALSE(showBlanks(kTemplate, QString()));
}

TEST_CASE("A blank at the very end of the text is found", "[exercises]")
{
    const auto shown = showBlanks(u"x = {{BLANK_1}}"_s, u"x = 3"_s);

    REQUIRE(shown);
    CHECK(shown->regions[0].start == 4);
    CHECK(shown->regions[0].end == 5);
}
