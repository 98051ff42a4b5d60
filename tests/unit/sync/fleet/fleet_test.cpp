// The simulator itself: time, and the platform's model. A wrong model would give nice figures.

#include "support/fleet_platform.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::fleet;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kStart(QDate(2026, 11, 30), QTime(8, 0), Qt::UTC);

sync::HttpRequest request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
{
    sync::HttpRequest made;
    made.method = method;
    made.url = "https://model.example.org/api/v1/" + path;
    made.body = body;
    return made;
}

QJsonObject bodyOf(const sync::HttpResult &result)
{
    return QJsonDocument::fromJson(result->body).object();
}

/// Asks and gives the answer: only when nothing else is under way.
sync::HttpResult answerTo(World &world, ModelPlatform &platform, const sync::HttpRequest &asked,
                          qint64 user = 1)
{
    sync::HttpResult answer;
    platform.receive({user, 0}, asked, [&answer](const sync::HttpResult &result) { answer = result; });
    world.run();
    return answer;
}

} // namespace

TEST_CASE("programs run one at a time, in the order of their wake-up times")
{
    World world(kStart);
    std::vector<std::pair<int, std::chrono::milliseconds>> seen;
    const auto origin = world.now();
    for (int number = 0; number < 3; ++number) {
        world.start(world.time() + std::chrono::seconds(3 - number), [&, number](World::Program &program) {
            for (int turn = 0; turn < 2; ++turn) {
                seen.emplace_back(number, world.now() - origin);
                program.sleepUntil(world.time() + 10s);
            }
        });
    }
    world.run();
    const std::vector<std::pair<int, std::chrono::milliseconds>> expected{{2, 1s},  {1, 2s},  {0, 3s},
                                                                          {2, 11s}, {1, 12s}, {0, 13s}};
    CHECK(seen == expected);
    CHECK(world.now() - origin == 23s);
    CHECK(world.nowUtc() == kStart.addMSecs(world.now().count()));
}

TEST_CASE("a sleep ends early when somebody wakes it, and only that one")
{
    World world(kStart);
    const auto origin = world.now();
    std::vector<std::chrono::milliseconds> woken;
    World::Program &sleeper = world.start(world.time(), [&](World::Program &program) {
        program.sleepUntil(world.time() + 100s);
        woken.push_back(world.now() - origin);
        program.sleepUntil(world.time() + 100s);
        woken.push_back(world.now() - origin);
    });
    world.at(world.time() + 7s, [&sleeper] {
        sleeper.wake();
        sleeper.wake(); // it is awake already
    });
    world.run();
    CHECK(woken == std::vector<std::chrono::milliseconds>{7s, 107s});
}

TEST_CASE("few workers give a queue: its end is the work divided by the workers")
{
    World world(kStart);
    PlatformLimits limits;
    limits.workers = 4;
    ModelPlatform platform(world, limits, 7);
    const Micros origin = world.time();
    int answered = 0;
    Micros last{0};
    for (int number = 0; number < 1000; ++number) {
        platform.receive({number, 0}, request("POST", "lessons/1/complete/", "{}"),
                         [&](const sync::HttpResult &result) {
                             answered += result->status == 200 ? 1 : 0;
                             last = world.time() - origin;
                         });
    }
    world.run();
    CHECK(answered == 1000);
    CHECK(platform.mostWaiting() >= 996);
    CHECK(last > 8500ms); // 1,000 of 36 ms by four at a time: 9 s
    CHECK(last < 9500ms);
}

TEST_CASE("what finds the queue full, or waits too long in it, is turned away")
{
    World world(kStart);
    PlatformLimits limits;
    limits.workers = 1;
    limits.backlog = 2000;
    limits.gateway = 30s;
    limits.overload = 500;
    ModelPlatform platform(world, limits, 7);
    std::map<int, int> statuses;
    for (int number = 0; number < 2500; ++number) {
        platform.receive({number, 0}, request("POST", "lessons/1/complete/", "{}"),
                         [&](const sync::HttpResult &result) { ++statuses[result->status]; });
    }
    world.run();
    CHECK(statuses[500] == 499); // one was taken at once
    CHECK(statuses[200] > 750); // 30 s of 36 ms
    CHECK(statuses[200] < 920);
    CHECK(statuses[504] == 2500 - 499 - statuses[200]);
}

TEST_CASE("limits are fixed windows of a minute, answered with 403")
{
    World world(kStart);
    ModelPlatform platform(world, {}, 7);
    const auto statusOf = [&](qint64 user) {
        return answerTo(world, platform, request("POST", "exercises/1/submit/", R"({"code":"x"})"), user)
            ->status;
    };
    for (int number = 0; number < 20; ++number) {
        REQUIRE(statusOf(1) == 200);
    }
    CHECK(statusOf(1) == 403);
    CHECK(statusOf(2) == 200); // counted by user
    world.at(world.time() + 60s, [] {});
    world.run();
    CHECK(statusOf(1) == 200);
    CHECK(platform.user(1).submissions.at(1) == 21);
}

TEST_CASE("an address may have a limit of its own")
{
    World world(kStart);
    PlatformLimits limits;
    limits.perAddressPerMinute = 3;
    ModelPlatform platform(world, limits, 7);
    std::vector<int> statuses;
    for (qint64 user = 1; user <= 5; ++user) {
        statuses.push_back(
            answerTo(world, platform, request("POST", "lessons/1/complete/", "{}"), user)->status);
    }
    CHECK(statuses == std::vector<int>{200, 200, 200, 403, 403});
}

TEST_CASE("the model adds time twice, and sets the rest")
{
    World world(kStart);
    ModelPlatform platform(world, {}, 7);
    const QByteArray twelve = R"({"content_position":900,"time_spent":12})";
    answerTo(world, platform, request("POST", "lessons/17/position/", twelve));
    const auto again = answerTo(world, platform, request("POST", "lessons/17/position/", twelve));
    CHECK(bodyOf(again).value(u"time_spent"_s).toInt() == 24);
    answerTo(world, platform, request("POST", "lessons/17/bookmark/", R"({"bookmarked":true})"));
    answerTo(world, platform, request("POST", "lessons/17/complete/", "{}"));
    const auto seen = bodyOf(answerTo(world, platform, request("GET", "lessons/17/progress/")));
    CHECK(seen.value(u"completed"_s).toBool());
    CHECK(seen.value(u"bookmarked"_s).toBool());
    CHECK(seen.value(u"content_position"_s).toInt() == 900);
    const auto rows = bodyOf(answerTo(world, platform, request("GET", "progress/?page=1")));
    CHECK(rows.value(u"count"_s).toInt() == 1);
}
