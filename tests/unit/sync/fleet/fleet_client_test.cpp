// Whole clients in the simulator: the real engine, limiter and store against the model of the platform.

#include "support/fleet_client.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace studio;
using namespace studio::fleet;
using namespace std::chrono_literals;

namespace {

const QDateTime kStart(QDate(2026, 11, 30), QTime(8, 0), Qt::UTC);

struct Fleet
{
    explicit Fleet(PlatformLimits limits)
        : platform(world, limits, 11)
    {
    }

    /// All start at the same moment.
    void add(int number, const Work &work, std::chrono::milliseconds jitter)
    {
        std::mt19937 random(5);
        for (int user = 1; user <= number; ++user) {
            sync::EngineOptions options;
            options.seed = static_cast<quint32>(random()) | 1U;
            options.startJitter = jitter;
            clients.push_back(
                std::make_unique<SimulatedClient>(world, platform, Sender{user, user / 30}, 60ms, options));
            actions += clients.back()->doWork(work);
            clients.back()->start(origin, origin + 6h);
        }
    }

    void checkAllArrived(const Work &work)
    {
        for (std::size_t i = 0; i < clients.size(); ++i) {
            INFO("client " << i + 1);
            CHECK(clients[i]->doneAt().has_value());
            CHECK(clients[i]->waiting() == 0);
            const ModelPlatform::User &user = platform.user(static_cast<qint64>(i) + 1);
            CHECK(user.courses == std::set<qint64>{1});
            CHECK(user.lessons.size() == static_cast<std::size_t>(work.lessons));
            for (const auto &[id, lesson] : user.lessons) {
                CHECK(lesson.done);
                CHECK(lesson.position == 900);
                CHECK(lesson.minutes == 12); // once, whatever was lost
                CHECK(lesson.bookmarked == (id % 3 == 0));
            }
            CHECK(user.submissions.size() == static_cast<std::size_t>(work.submissions));
            for (const auto &[exercise, times] : user.submissions) {
                CHECK(times >= 1);
            }
        }
    }

    std::map<int, int> statuses() const
    {
        std::map<int, int> found;
        for (const ModelPlatform::Seen &seen : platform.seen()) {
            ++found[seen.status];
        }
        return found;
    }

    /// The busiest two seconds against the mean, from the first request to the last but for the hundredth
    /// that came last.
    double peakToMean() const
    {
        const auto &seen = platform.seen();
        const std::size_t number = seen.size() * 99 / 100;
        std::map<qint64, int> bars;
        int peak = 0;
        for (std::size_t i = 0; i < number; ++i) {
            peak = std::max(peak, ++bars[(seen[i].at - seen.front().at) / 2s]);
        }
        return peak * static_cast<double>(bars.rbegin()->first + 1) / static_cast<double>(number);
    }

    World world{kStart};
    ModelPlatform platform;
    std::vector<std::unique_ptr<SimulatedClient>> clients;
    const Micros origin = world.time();
    int actions = 0;
};

} // namespace

TEST_CASE("a class of simulated clients brings everything over, once, and nobody is turned away")
{
    const Work work{4, 1, true};
    Fleet fleet({});
    fleet.add(40, work, 30s);
    fleet.world.run();
    fleet.checkAllArrived(work);
    const auto statuses = fleet.statuses();
    CHECK(statuses.count(500) + statuses.count(504) + statuses.count(403) == 0);
    CHECK(fleet.platform.seen().front().at - fleet.origin < 5s);
    CHECK(fleet.platform.seen().back().at - fleet.origin > 20s); // they did not all begin at once
}

TEST_CASE("the same seed gives the same history to the microsecond")
{
    const auto history = [] {
        Fleet fleet({});
        fleet.add(15, {3, 1, true}, 30s);
        fleet.world.run();
        std::vector<std::pair<Micros, int>> seen;
        for (const ModelPlatform::Seen &each : fleet.platform.seen()) {
            seen.emplace_back(each.at, each.status);
        }
        return seen;
    };
    const auto first = history();
    CHECK(first.size() > 15 * 12);
    CHECK(first == history());
}

TEST_CASE("a platform that can't keep up gets everything in the end, and minutes once", "[overload]")
{
    const int status = GENERATE(500, 502, 503);
    PlatformLimits limits;
    limits.workers = 1;
    limits.backlog = 12;
    limits.overload = status;
    const Work work{3, 1, true};
    Fleet fleet(limits);
    fleet.add(40, work, 0s);
    fleet.world.run();
    INFO("turned away with " << status);
    fleet.checkAllArrived(work);
    CHECK(fleet.statuses()[status] > 0); // the case happened
}

TEST_CASE("one who submits more than the platform takes in a minute waits, and loses nothing")
{
    const Work work{0, 30, false};
    Fleet fleet({});
    fleet.add(1, work, 0s);
    fleet.world.run();
    CHECK(fleet.clients.front()->waiting() == 0);
    CHECK(fleet.platform.user(1).submissions.size() == 30);
    CHECK(fleet.statuses()[403] > 0);
}

TEST_CASE("after an outage nobody is missing")
{
    const Work work{3, 0, true};
    Fleet fleet({});
    fleet.add(40, work, 30s);
    fleet.platform.setDown(true);
    fleet.world.at(fleet.origin + 10min, [&fleet] { fleet.platform.setDown(false); });
    fleet.world.run();
    fleet.checkAllArrived(work);
    CHECK(fleet.statuses()[502] > 0);
}

TEST_CASE("a fetch that fails waits before it is tried again", "[sync]")
{
    Fleet fleet({});
    fleet.add(1, {1, 0, false}, 0s);
    fleet.platform.setFailing("/progress/?");
    fleet.world.at(fleet.origin + 15min, [&fleet] { fleet.platform.setFailing({}); });
    fleet.world.run();
    CHECK(fleet.clients.front()->doneAt().has_value());
    CHECK(fleet.statuses()[500] > 2);
    CHECK(fleet.statuses()[500] < 30); // with 60 a minute, the limiter would let 900 through
}

TEST_CASE("those who were turned away together do not come back together", "[overload]")
{
    const int status = GENERATE(500, 503);
    PlatformLimits limits;
    limits.workers = 2;
    limits.backlog = 400;
    limits.overload = status;
    const Work work{4, 1, true};
    Fleet fleet(limits);
    fleet.add(400, work, 30s); // as 1,600 for eight workers
    fleet.world.run();
    INFO("turned away with " << status);
    fleet.checkAllArrived(work);
    auto statuses = fleet.statuses();
    CHECK(statuses[status] > 0);
    // A 500 names no time to come back, and the bars of so small a fleet are uneven: 2.5 here where the
    // country of `./dev bench sync` has 1.5. The goal of 2 is measured there.
    CHECK(fleet.peakToMean() <= (status == 503 ? 2 : 3));
    CHECK(statuses[status] < statuses[200] / 2);
}

TEST_CASE("users with numbers in a row start far apart", "[sync]")
{
    std::vector<int> bars(15);
    for (qint64 user = 1000; user < 1040; ++user) {
        ++bars.at(static_cast<std::size_t>(sync::Backoff::placeOf(user) * 15));
    }
    CHECK(*std::max_element(bars.begin(), bars.end()) <= 4); // 2.7 on the average; by chance it would be 6
    CHECK(*std::min_element(bars.begin(), bars.end()) >= 1);
}
