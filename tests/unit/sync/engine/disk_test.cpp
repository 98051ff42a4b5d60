// The own disk fails while work is sent: nothing that was acknowledged is lost, and the next try ends as if
// nothing had happened.

#include <limits>

#include "../../store/fault_vfs.h"
#include "computer.h"

using namespace studio;
using namespace studio::test;
using std::chrono::minutes;

namespace {

constexpr int kForGood = std::numeric_limits<int>::max();

void act(Computer &computer)
{
    computer.read(1);
    computer.setBookmark(1, true);
    computer.addNote(2, QStringLiteral("mine"));
    computer.addTime(2, minutes(7));
    computer.submit(QStringLiteral("print(1)"));
    computer.enrol(1, true);
}

void checkAllThere(ModelPlatform &platform)
{
    CHECK(platform.rows[1].done);
    CHECK(platform.rows[1].bookmarked);
    CHECK(platform.rows[2].notes == u"mine"_s);
    CHECK(platform.rows[2].minutes == 7);
    CHECK(platform.submissions.count(u"print(1)"_s) >= 1);
    CHECK(platform.enrolled.contains(1));
}

} // namespace

TEST_CASE("Whichever file call fails while work is sent, the next try ends the same", "[sync][store]")
{
    const auto kind = GENERATE(FaultVfs::Kind::Input, FaultVfs::Kind::DiskFull);
    const int count = GENERATE(1, kForGood);
    bool failed = true;
    int i = 1;
    for (; failed; ++i) {
        INFO("call " << i);
        FaultVfs vfs;
        sync::ManualClock monotonic;
        ModelPlatform platform(static_cast<quint32>(i), monotonic);
        Computer computer(platform, monotonic, {}, static_cast<quint32>(i));
        act(computer);
        vfs.failFrom(i, count, kind);
        computer.run();
        failed = vfs.hasFailed();
        if (failed && computer.error) {
            CHECK(computer.engine->status().trouble == SyncTrouble::StorageFailed);
        }
        vfs.heal();
        computer.start(); // as after a crash of the disk
        for (int turn = 0; turn < 3; ++turn) {
            computer.passTime(minutes(61));
            REQUIRE(computer.run());
        }
        CHECK(computer.store().counts()->waiting == 0);
        CHECK(computer.store().counts()->kept == 0);
        checkAllThere(platform);
    }
    CHECK(i > 20);
}

TEST_CASE("An action whose write fails is not acknowledged, and leaves no entry behind", "[sync][store]")
{
    FaultVfs vfs;
    sync::ManualClock monotonic;
    ModelPlatform platform(1, monotonic);
    Computer computer(platform, monotonic, {}, 1);
    bool failed = true;
    int acknowledged = 0;
    int i = 1;
    for (; failed; ++i) {
        INFO("call " << i);
        vfs.failFrom(i, 1, FaultVfs::Kind::DiskFull);
        const QString course = u"classic-%1"_s.arg(i);
        const auto done = computer.store().setEnrolled(course, true);
        failed = vfs.hasFailed();
        vfs.heal();
        acknowledged += done ? 1 : 0;
        const auto wanted = computer.store().enrolled(course);
        REQUIRE(wanted);
        CHECK(wanted->has_value() == done.has_value());
        CHECK(computer.store().counts()->waiting == acknowledged);
    }
    CHECK(i > 2);
}
