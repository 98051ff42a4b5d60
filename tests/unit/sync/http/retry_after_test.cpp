#include "sync/http/retry_after.h"

#include <catch2/catch.hpp>

using namespace studio::sync;
using std::chrono::seconds;

namespace {

const QDateTime kNow(QDate(2026, 11, 6), QTime(8, 49, 37), Qt::UTC);

HttpResponse answer(int status, std::vector<std::pair<QByteArray, QByteArray>> headers)
{
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    return response;
}

} // namespace

TEST_CASE("the three spellings of a date")
{
    const QDateTime expected(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    CHECK(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT") == expected);
    CHECK(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT") == expected);
    CHECK(parseHttpDate("Sun Nov  6 08:49:37 1994") == expected);
    // Two digits below 70 are this century's.
    CHECK(parseHttpDate("Friday, 06-Nov-26 08:49:37 GMT") == kNow);
}

TEST_CASE("what is no date")
{
    for (const char *text :
         {"", "tomorrow", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT",
          "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:00:00 GMT", "6", "\xff\xfe"}) {
        CAPTURE(text);
        CHECK_FALSE(parseHttpDate(text));
    }
    CHECK_FALSE(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT" + QByteArray(100, ' ')));
}

TEST_CASE("seconds and dates are held between a second and an hour")
{
    CHECK(parseRetryAfter("120", kNow) == seconds(120));
    CHECK(parseRetryAfter(" 120 ", kNow) == seconds(120));
    CHECK(parseRetryAfter("0", kNow) == seconds(1));
    CHECK(parseRetryAfter("-5", kNow) == seconds(1));
    CHECK(parseRetryAfter("315360000", kNow) == seconds(3600));
    CHECK(parseRetryAfter(QByteArray(60, '9'), kNow) == seconds(3600));
    CHECK(parseRetryAfter("Fri, 06 Nov 2026 08:50:37 GMT", kNow) == seconds(60));
    CHECK(parseRetryAfter("Fri, 06 Nov 2026 08:00:00 GMT", kNow) == seconds(1));
    CHECK(parseRetryAfter("Fri, 06 Nov 2036 08:00:00 GMT", kNow) == std::nullopt); // that day is a Thursday
    CHECK(parseRetryAfter("Thu, 06 Nov 2036 08:00:00 GMT", kNow) == seconds(3600));
}

TEST_CASE("nonsense is no waiting time")
{
    for (const char *text : {"", " ", "-", "soon", "1.5", "1e3", "+5", "0x10", "5 minutes", "--5"}) {
        CAPTURE(text);
        CHECK_FALSE(parseRetryAfter(text, kNow));
    }
    CHECK_FALSE(parseRetryAfter(QByteArray(100, '9'), kNow));
}

TEST_CASE("only a busy platform's answer asks to wait, by the platform's own clock")
{
    CHECK(retryAfter(answer(429, {{"retry-after", "7"}}), kNow) == seconds(7));
    CHECK(retryAfter(answer(503, {{"retry-after", "7"}}), kNow) == seconds(7));
    CHECK_FALSE(retryAfter(answer(503, {}), kNow));
    CHECK_FALSE(retryAfter(answer(200, {{"retry-after", "7"}}), kNow));
    CHECK_FALSE(retryAfter(answer(302, {{"retry-after", "7"}}), kNow));
    const auto busy = answer(
        503, {{"date", "Sun, 06 Nov 1994 08:49:37 GMT"}, {"retry-after", "Sun, 06 Nov 1994 08:50:07 GMT"}});
    CHECK(serverTime(busy)->date() == QDate(1994, 11, 6));
    CHECK(retryAfter(busy, kNow) == seconds(30));
}
