#include <algorithm>

#include "../../store/fault_vfs.h"
#include "computer.h"

using namespace studio;
using namespace studio::test;
using std::chrono::minutes;

namespace {

struct Logged
{
    FaultVfs memoryIsEnough;
    sync::ManualClock monotonic;
    ModelPlatform platform{1, monotonic};
    Computer computer{platform, monotonic, {}, 3};

    std::vector<SyncLogLine> lines()
    {
        const auto lines = computer.store().logLines();
        REQUIRE(lines);
        return *lines;
    }

    int count(const QString &what, const QString &verdict)
    {
        const auto all = lines();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const SyncLogLine &line) {
            return line.what == what && line.verdict == verdict;
        }));
    }
};

} // namespace

TEST_CASE_METHOD(Logged, "Each exchange leaves one line in the log, without anything personal", "[sync]")
{
    computer.addNote(1, u"secret"_s);
    computer.submit(u"secret = 1"_s);
    computer.read(2);
    REQUIRE(computer.run());
    const auto all = lines();
    CHECK(static_cast<int>(all.size()) == platform.requestsSeen());
    CHECK(count(u"complete"_s, u"done"_s) == 1);
    CHECK(count(u"submit"_s, u"done"_s) == 1);
    CHECK(count(u"notes"_s, u"done"_s) >= 1);
    CHECK(count(u"progress-rows"_s, u"done"_s) == 1);
    for (const SyncLogLine &line : all) {
        CHECK((line.status / 100 == 2 || line.what == "capabilities"_L1));
        CHECK(line.atUtc == computer.clock.now);
        const QString text = line.what + line.verdict + QString::fromLatin1(line.requestId);
        CHECK_FALSE(text.contains(u"secret"_s));
        CHECK_FALSE(text.contains(u"ada"_s));
        CHECK_FALSE(text.contains(u"token"_s));
        CHECK_FALSE(text.contains(u"lesson-1"_s));
    }
    computer.start();
    CHECK(lines().size() == all.size()); // it outlives the program
}

TEST_CASE_METHOD(Logged, "What did not get through is in the log too", "[sync]")
{
    computer.read(1);
    platform.offline = true;
    REQUIRE(computer.run());
    CHECK(count(u"complete"_s, u"done"_s) == 0);
    const auto all = lines();
    REQUIRE_FALSE(all.empty());
    CHECK(all.front().verdict == u"later"_s);
    CHECK(all.front().status == 0);
}

TEST_CASE_METHOD(Logged, "A lesson that is gone shows how that was found out", "[sync]")
{
    computer.read(1);
    platform.deleted.insert(1);
    for (int turn = 0; turn < 5 && computer.store().counts()->waiting > 0; ++turn) {
        REQUIRE(computer.run());
        computer.passTime(minutes(61));
    }
    CHECK(computer.store().counts()->kept == 1);
    CHECK(count(u"complete"_s, u"gone"_s) == 1);
}

TEST_CASE_METHOD(Logged, "The log keeps the newest 2,000 lines", "[sync]")
{
    for (int i = 0; i < 5; ++i) {
        std::vector<SyncLogLine> some(450);
        for (SyncLogLine &line : some) {
            line.atUtc = computer.clock.now;
            line.status = 100 + i;
        }
        REQUIRE(computer.store().log(some));
    }
    const auto all = lines();
    CHECK(all.size() == 2000);
    CHECK(all.front().status == 104);
    CHECK(all.back().status == 100);
}
