#include "../../store/fault_vfs.h"
#include "computer.h"

using namespace studio;
using namespace studio::test;
using std::chrono::minutes;

namespace {

struct One
{
    FaultVfs memoryIsEnough;
    sync::ManualClock monotonic;
    ModelPlatform platform{1, monotonic};
    Computer computer{platform, monotonic, {}, 3};
};

} // namespace

TEST_CASE_METHOD(One, "Work is sent, and the status says so", "[sync]")
{
    computer.read(1);
    computer.addTime(1, minutes(12));
    computer.enrol(1, true);
    CHECK(computer.engine->status().waiting == 3);
    REQUIRE(computer.run());
    CHECK(computer.report.sent == 3);
    CHECK(computer.report.pulled);
    const SyncStatus status = computer.engine->status();
    CHECK(status.waiting == 0);
    CHECK(status.trouble == SyncTrouble::None);
    CHECK(status.lastSentUtc.isValid());
    CHECK(platform.rows[1].done);
    CHECK(platform.rows[1].minutes == 12);
    CHECK(platform.enrolled.contains(1));
}

TEST_CASE_METHOD(One, "Nothing goes out under another user's name", "[sync]")
{
    computer.read(1);
    computer.session.user = 8;
    REQUIRE(computer.run());
    CHECK(platform.requestsSeen() == 0);
    CHECK(computer.engine->status().trouble == SyncTrouble::WrongUser);
    CHECK(computer.engine->status().waiting == 1);
}

TEST_CASE_METHOD(One, "Without a network work waits, and nothing is asked again before its time", "[sync]")
{
    computer.read(1);
    platform.offline = true;
    REQUIRE(computer.run());
    const auto due = computer.engine->untilDue();
    REQUIRE(due);
    const SyncStatus status = computer.engine->status();
    CHECK(status.trouble == SyncTrouble::Offline);
    CHECK(status.waiting == 1);
    CHECK(status.retryUtc.isValid());
    platform.offline = false;
    computer.engine->event(sync::SyncEngine::Event::NetworkUp);
    REQUIRE(computer.run());
    CHECK(computer.engine->status().waiting == 0);
    CHECK(computer.engine->status().trouble == SyncTrouble::None);
}

TEST_CASE_METHOD(One, "Work on a lesson that is gone is kept, and sent when the lesson is back", "[sync]")
{
    platform.deleted.insert(2);
    computer.read(2);
    computer.setBookmark(2, true);
    for (int i = 0; i < 5; ++i) {
        computer.passTime(minutes(61));
        REQUIRE(computer.run());
    }
    CHECK(computer.engine->status().waiting == 0);
    CHECK(computer.engine->status().kept == 2);
    platform.deleted.clear();
    computer.passTime(minutes(61));
    REQUIRE(computer.run());
    CHECK(computer.engine->status().kept == 0);
    CHECK(computer.engine->status().waiting == 0);
    CHECK(platform.rows[2].done);
    CHECK(platform.rows[2].bookmarked);
}

TEST_CASE_METHOD(One, "A platform that was restored from a backup gets lost completions again", "[sync]")
{
    for (qint64 lesson = 1; lesson <= 3; ++lesson) {
        computer.read(lesson);
    }
    REQUIRE(computer.run());
    platform.rows[1].done = false;
    platform.rows.erase(2);
    computer.passTime(minutes(61));
    REQUIRE(computer.run());
    CHECK(platform.rows[1].done);
    CHECK(platform.rows[2].done);
    CHECK(computer.engine->status().waiting == 0);
}

TEST_CASE_METHOD(One, "Many lost completions are asked about first", "[sync]")
{
    const bool yes = GENERATE(true, false);
    for (qint64 lesson = 1; lesson <= 25; ++lesson) {
        computer.read(lesson);
    }
    REQUIRE(computer.run());
    platform.rows.clear();
    computer.passTime(minutes(61));
    REQUIRE(computer.run());
    CHECK(computer.engine->status().question == SyncQuestion::SendAgain);
    CHECK(computer.engine->status().questionCount == 25);
    CHECK(platform.rows.empty());
    REQUIRE(computer.engine->answer(yes));
    REQUIRE(computer.run());
    CHECK(computer.engine->status().question == SyncQuestion::None);
    CHECK(platform.rows.size() == (yes ? 25U : 0U));
    CHECK(computer.lesson(1).read);
    computer.passTime(minutes(61));
    REQUIRE(computer.run());
    CHECK(computer.engine->status().question == SyncQuestion::None);
}

TEST_CASE_METHOD(One, "A platform with an error is asked again when the person says so", "[sync]")
{
    computer.read(1);
    platform.faults = 1;
    platform.serverErrorsOnly = true;
    REQUIRE(computer.run());
    CHECK(computer.engine->status().trouble == SyncTrouble::ServerProblem);
    CHECK(computer.engine->status().waiting == 1);
    platform.faults = 0;
    computer.engine->event(sync::SyncEngine::Event::PersonAsked);
    REQUIRE(computer.run());
    CHECK(computer.engine->status().waiting == 0);
}

TEST_CASE_METHOD(One, "At most four requests are under way", "[sync]")
{
    for (qint64 lesson = 1; lesson <= 40; ++lesson) {
        computer.read(lesson);
        computer.setBookmark(lesson, true);
    }
    REQUIRE(computer.run());
    CHECK(computer.engine->status().waiting == 0);
    CHECK(platform.inFlightMost() == 4);
}
