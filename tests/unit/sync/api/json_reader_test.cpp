#include "sync/api/classic.h"
#include "sync/api/decode.h"
#include "sync/api/json_reader.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kCourse = R"({"id":5,"title":"T","slug":"t","average_rating":"0.00","more":[1]})";

QString problem(const QByteArray &json)
{
    const auto decoded = decode<ClassicCourseDto>(json);
    return decoded ? QString() : decoded.error().message;
}

} // namespace

TEST_CASE("bytes that are no answer fail with the place, and never crash")
{
    CHECK_FALSE(parseJson(""));
    CHECK_FALSE(parseJson("{"));
    CHECK_FALSE(parseJson(R"({"a":1)"));
    CHECK_FALSE(parseJson(R"({"a":NaN})"));
    CHECK_FALSE(parseJson(R"({"a":Infinity})"));
    CHECK_FALSE(parseJson("{\"a\":\"\xff\xfe\"}"));
    CHECK_FALSE(parseJson("{\"a\":\"\xed\xa0\x80\"}")); // half a surrogate pair
    CHECK_FALSE(parseJson("\"text\""));
    CHECK_FALSE(parseJson("<!doctype html>"));
    CHECK_FALSE(parseJson(kCourse + "}"));
    CHECK(parseJson("{}").has_value());
    CHECK(parseJson("[]").has_value());
}

TEST_CASE("deep nesting is refused before it is parsed")
{
    CHECK_FALSE(parseJson(QByteArray(10'000, '[') + QByteArray(10'000, ']')));
    CHECK_FALSE(parseJson(QByteArray(5'000'000, '[')));
    CHECK_FALSE(parseJson(QByteArray("{\"a\":").repeated(10'000) + "1" + QByteArray(10'000, '}')));
    CHECK(parseJson(QByteArray(100, '[') + QByteArray(100, ']')).has_value());
    CHECK(parseJson("[\"" + QByteArray(10'000, '[') + "\\\"[\"]").has_value()); // in a text they are letters
}

TEST_CASE("an answer over 16 MiB is refused")
{
    CHECK_FALSE(parseJson("[\"" + QByteArray(kMostJsonBytes, 'a') + "\"]"));
}

TEST_CASE("a byte order mark and unknown keys do not matter")
{
    CHECK(problem("\xef\xbb\xbf" + kCourse).isEmpty());
}

TEST_CASE("of a key that is there twice the last counts")
{
    const auto course = decode<ClassicCourseDto>(R"({"id":5,"title":"a","title":"b"})");
    REQUIRE(course);
    CHECK(course->title == u"b"_s);
}

TEST_CASE("what is wrong is named with its place")
{
    CHECK(problem(R"({"title":"T"})") == u"id: a number is missing"_s);
    CHECK(problem(R"({"id":null,"title":"T"})") == u"id: a number is missing"_s);
    CHECK(problem(R"({"id":"5","title":"T"})") == u"id: not a whole number"_s);
    CHECK(problem(R"({"id":5.5,"title":"T"})") == u"id: not a whole number"_s);
    CHECK(problem(R"({"id":0,"title":"T"})") == u"id: not an id"_s);
    CHECK(problem(R"({"id":-3,"title":"T"})") == u"id: not an id"_s);
    CHECK(problem(R"({"id":1e300,"title":"T"})") == u"id: not a whole number"_s);
    CHECK(problem(R"({"id":99999999999999999999,"title":"T"})") == u"id: not a whole number"_s);
    CHECK_FALSE(problem(R"({"id":1e400,"title":"T"})").isEmpty());
    CHECK(problem(R"({"id":5})") == u"title: a text is missing"_s);
    CHECK(problem(R"({"id":5,"title":["T"]})") == u"title: not a text"_s);
    CHECK(problem(R"({"id":5,"title":"T","updated_at":"yesterday"})") == u"updated_at: not a time"_s);
    CHECK(problem(R"({"id":5,"title":"T","average_rating":"x"})")
          == u"average_rating: not a decimal number"_s);
    CHECK(problem("[1]") == u"the answer: not an object"_s);
}

TEST_CASE("a bad item is skipped and named, the rest of the page is kept")
{
    const QByteArray body = R"({"count":4,"next":null,"previous":null,"results":[)" + kCourse
        + R"(,{"id":6},null,{"id":7,"title":"U"}]})";
    const auto page = decodePage<ClassicCourseDto>(body);
    REQUIRE(page);
    REQUIRE(page->items.size() == 2);
    CHECK(page->items[1].id == 7);
    CHECK(page->raw[1].value("title"_L1).toString() == u"U"_s);
    CHECK(page->count == 4);
    CHECK_FALSE(page->more);
    CHECK(page->skipped
          == QStringList{u"results[1].title: a text is missing"_s, u"results[2]: not an object"_s});
}

TEST_CASE("a page that is none fails")
{
    CHECK_FALSE(decodePage<ClassicCourseDto>("{}"));
    CHECK_FALSE(decodePage<ClassicCourseDto>(R"({"results":{}})"));
    CHECK_FALSE(decodePage<ClassicCourseDto>("[]"));
    CHECK_FALSE(decodeArray<ClassicCourseDto>("{}"));
    CHECK_FALSE(decodeList<ClassicCourseDto>(R"({"courses":[],"pagination":{}})", "courses"));
    CHECK(decodeList<ClassicCourseDto>(R"({"courses":[]})", "courses").has_value());
    CHECK(decodePage<ClassicCourseDto>(R"({"results":[],"next":"https://x/?cursor=1"})")->more);
}

TEST_CASE("times come in both spellings and with any decimals")
{
    const QDateTime expected(QDate(2026, 11, 24), QTime(14, 9, 17, 47),
                             Qt::UTC); // to the nearest millisecond
    CHECK(timestamp(u"2026-11-24T14:09:17.046724Z"_s) == expected);
    CHECK(timestamp(u"2026-11-24T14:09:17.046724+00:00"_s) == expected);
    CHECK(timestamp(u"2026-11-24T16:09:17.047+02:00"_s) == expected);
    CHECK(timestamp(u"2026-11-24T14:09:17.046724"_s) == expected);
    CHECK(timestamp(u"2026-11-24T14:09:17Z"_s)->time() == QTime(14, 9, 17));
    for (const auto &bad : {u""_s, u"2026-11-24"_s, u"2026-13-24T14:09:17Z"_s, u"2026-11-24T25:09:17Z"_s,
                            u"24.11.2026 14:09"_s, QString(1000, u'1')}) {
        CHECK_FALSE(timestamp(bad));
    }
}
