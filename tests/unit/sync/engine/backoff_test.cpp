#include "support/manual_clock.h"
#include "sync/engine/backoff.h"

#include <catch2/catch.hpp>

using namespace studio::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

TEST_CASE("A lane that failed waits longer each time, and never past its bound", "[sync]")
{
    ManualClock clock;
    Backoff backoff(clock, 7, 0ms);
    for (int tries = 0; tries < 40; ++tries) {
        backoff.laneFailed(u"lesson/1"_s, tries);
        const auto wait = *backoff.untilDue({u"lesson/1"_s});
        CHECK(wait <= std::min<std::chrono::milliseconds>(15min, 2000ms * (1LL << std::min(tries, 20))));
        backoff.laneFailed(u"lesson/1"_s, tries, Backoff::kMostRefused);
        CHECK(*backoff.untilDue({u"lesson/1"_s}) <= 1h);
    }
    CHECK(backoff.isDue(u"lesson/2"_s));
}

TEST_CASE("An event ends a wait, but not one that the platform asked for", "[sync]")
{
    ManualClock clock;
    Backoff backoff(clock, 7, 0ms);
    backoff.laneFailed(u"a"_s, 12);
    backoff.networkFailed();
    backoff.platformAsked(120s);
    backoff.event();
    CHECK(backoff.isDue(u"a"_s));
    CHECK(backoff.untilOpen() == 120s);
    clock.pass(119s);
    CHECK(backoff.untilOpen() == 1s);
    clock.pass(1s);
    CHECK(backoff.untilOpen() == 0s);
}

TEST_CASE("What the platform asks for is held between a second and an hour", "[sync]")
{
    ManualClock clock;
    Backoff backoff(clock, 7, 0ms);
    backoff.platformAsked(-5s);
    CHECK(backoff.untilOpen() == 1s);
    backoff.platformAsked(87'600h);
    CHECK(backoff.untilOpen() == 1h);
}

TEST_CASE("A class does not begin in the same second", "[sync]")
{
    ManualClock clock;
    std::chrono::milliseconds least = 30s;
    std::chrono::milliseconds most = 0ms;
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const Backoff backoff(clock, seed * 977, 30s);
        least = std::min(least, backoff.untilOpen());
        most = std::max(most, backoff.untilOpen());
    }
    CHECK(most <= 30s);
    CHECK(most - least > 15s);
}
