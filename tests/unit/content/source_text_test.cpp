#include "content/source_text.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace studio;
using namespace studio::content;

namespace {

std::optional<SourcePlace> firstBad(const QByteArray &bytes)
{
    ProblemList problems;
    const auto text = decode(u"f"_s, bytes, problems);
    const auto all = problems.take();
    REQUIRE(text.has_value() == all.empty());
    return all.empty() ? std::nullopt : std::optional(all.front().place);
}

} // namespace

TEST_CASE("a place in a part of a file is a place in the file")
{
    const SourceText whole{u"f"_s, u"one\ntwo\nthrée 𝄞!\n"_s, 1, 0, std::nullopt};
    const SourceText part = whole.part(4, 14);
    CHECK(part.text.startsWith("two"_L1));
    CHECK(part.at(part.text.indexOf(u'!')) == SourcePlace{u"f"_s, 3, 8});
}

TEST_CASE("bytes that are no UTF-8 are found where they are")
{
    CHECK_FALSE(firstBad("plain\n"));
    CHECK_FALSE(firstBad("\xf0\x9f\x90\x8d \xe2\x82\xac \xc3\xa4"));
    CHECK(firstBad("a\nb\x80") == SourcePlace{u"f"_s, 2, 2}); // a later byte without its first
    CHECK(firstBad("\xc0\xaf") == SourcePlace{u"f"_s, 1, 1}); // longer than needed
    CHECK(firstBad("\xe0\x80\x80") == SourcePlace{u"f"_s, 1, 1});
    CHECK(firstBad("a\xed\xa0\x80") == SourcePlace{u"f"_s, 1, 2}); // half of a surrogate pair
    CHECK(firstBad("\xf4\x90\x80\x80") == SourcePlace{u"f"_s, 1, 1}); // beyond the last code point
    CHECK(firstBad("ab\xe2\x82") == SourcePlace{u"f"_s, 1, 3}); // cut off
    CHECK(firstBad("\xc3(") == SourcePlace{u"f"_s, 1, 1});
    CHECK(firstBad("\xff\xfe") == SourcePlace{u"f"_s, 1, 1}); // UTF-16
}
