#include "cli/options.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::cli;
using namespace Qt::StringLiterals;

namespace {

const std::vector<Option> kKnown = {{u"json"_s, false}, {u"code"_s, true}};

} // namespace

TEST_CASE("Options, words and what follows -- are told apart", "[cli]")
{
    const auto options
        = parseOptions({u"a/b"_s, u"--code"_s, u"x.py"_s, u"--json"_s, u"--"_s, u"--json"_s}, kKnown, 1, 1);

    REQUIRE(options);
    CHECK(options->positional() == QStringList{u"a/b"_s});
    CHECK(options->value(u"code"_s) == u"x.py"_s);
    CHECK(options->has(u"json"_s));
    CHECK(options->rest() == QStringList{u"--json"_s});
}

TEST_CASE("A value may stand behind an equals sign, and may hold one", "[cli]")
{
    const auto options = parseOptions({u"--code=a=b.py"_s}, kKnown, 0, 0);

    REQUIRE(options);
    CHECK(options->value(u"code"_s) == u"a=b.py"_s);
}

TEST_CASE("Wrong words are told, not guessed", "[cli]")
{
    const auto unknown = parseOptions({u"--jsno"_s}, kKnown, 0, 0);
    const auto noValue = parseOptions({u"--code"_s}, kKnown, 0, 0);
    const auto tooFew = parseOptions({}, kKnown, 1, 1);
    const auto tooMany = parseOptions({u"a"_s, u"b"_s}, kKnown, 1, 1);

    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.contains(u"--jsno"_s));
    REQUIRE_FALSE(noValue);
    CHECK(noValue.error().message.contains(u"--code"_s));
    CHECK_FALSE(tooFew);
    REQUIRE_FALSE(tooMany);
    CHECK(tooMany.error().message.contains(u"\"b\""_s));
}
