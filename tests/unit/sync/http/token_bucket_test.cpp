#include "sync/http/token_bucket.h"

#include <catch2/catch.hpp>

using namespace studio::sync;
using namespace std::chrono_literals;

TEST_CASE("a burst at once, then one a second, and no more than a burst is ever saved up")
{
    TokenBucket bucket({60, 10});
    auto now = 1'000'000ms; // a computer that has been on for a while
    for (int i = 0; i < 10; ++i) {
        CHECK(bucket.readyIn(now) == 0ms);
        CHECK(bucket.take(now));
    }
    CHECK_FALSE(bucket.take(now));
    CHECK(bucket.readyIn(now) == 1000ms);
    CHECK_FALSE(bucket.take(now + 999ms));
    CHECK(bucket.take(now + 1000ms));
    CHECK_FALSE(bucket.take(now + 1000ms));

    now += 24h;
    int taken = 0;
    while (bucket.take(now)) {
        ++taken;
    }
    CHECK(taken == 10);
}

TEST_CASE("over any minute there are at most the rate and a burst")
{
    TokenBucket bucket({60, 10});
    int taken = 0;
    for (auto now = 0ms; now < 60s; now += 7ms) {
        taken += bucket.take(now) ? 1 : 0;
    }
    CHECK(taken <= 70);
    CHECK(taken >= 68);
}

TEST_CASE("no rate means slow, not without limit")
{
    for (const RequestRate rate : {RequestRate{0, 0}, RequestRate{-5, -5}}) {
        TokenBucket bucket(rate);
        CHECK(bucket.take(0ms));
        CHECK_FALSE(bucket.take(1min));
    }
}
