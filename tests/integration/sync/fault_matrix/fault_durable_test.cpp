// The fault matrix, L3 and L24: what was acknowledged is there after calls that fail.

#include "store/open_work_store.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <atomic>
#include <set>

#include "unit/store/fault_vfs.h"

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

const SystemClock theClock;
const QString kCourse = u"classic-4"_s;

QString lessonId(int number)
{
    return u"lesson-%1"_s.arg(number);
}

/// A lesson is finished, and every third time a program is submitted. True: both were acknowledged.
bool act(WorkStore &work, int number)
{
    LessonProgress progress;
    progress.read = true;
    bool done = work.saveLesson(kCourse, lessonId(number), progress).result().has_value();
    if (number % 3 == 0) {
        Attempt attempt;
        attempt.courseId = kCourse;
        attempt.exerciseId = u"exercise-%1"_s.arg(number);
        attempt.atUtc = theClock.nowUtc();
        attempt.answer = u"print(%1)\n"_s.arg(number).repeated(40);
        done = work.recordAttempt(attempt).result() && done;
    }
    return done;
}

/// What is in the work at `folder`, which has to be whole and without a word of damage.
struct Found
{
    explicit Found(const QString &folder)
    {
        const auto opened = store::openWorkStore(folder, theClock);
        REQUIRE(opened);
        CHECK(opened->report.damagedFile.isEmpty());
        CHECK(opened->report.damagedLog.isEmpty());
        CHECK_FALSE(opened->report.restoredUtc.isValid());
        const auto waiting = opened->sync->waiting();
        REQUIRE(waiting);
        for (const OutboxEntry &entry : *waiting) {
            (entry.kind == OperationKind::Complete ? lessons : programs).insert(entry.itemId);
        }
        CHECK(opened->sync->kept()->empty()); // no row's hash is wrong
        const auto progress = opened->store->courseProgress(kCourse).result();
        REQUIRE(progress);
        for (auto it = progress->lessons.cbegin(); it != progress->lessons.cend(); ++it) {
            if (it->read) {
                CHECK(lessons.contains(it.key())); // never the one without the other
            }
        }
    }

    bool has(int number) const
    {
        return lessons.contains(lessonId(number))
            && (number % 3 != 0 || programs.contains(u"exercise-%1"_s.arg(number)));
    }

    std::set<QString> lessons;
    std::set<QString> programs;
};

} // namespace

TEST_CASE("L3: whichever file call fails, what was acknowledged waits to be sent, and what was not can be "
          "done again")
{
    constexpr int kActions = 4;
    const auto kind = GENERATE(test::FaultVfs::Kind::Input, test::FaultVfs::Kind::DiskFull);
    test::FaultVfs vfs;
    const QTemporaryDir dir;
    bool failed = true;
    int call = 1;
    for (; failed; ++call) {
        INFO("call " << call);
        const QString folder = dir.filePath(u"profile%1"_s.arg(call));
        std::set<int> acknowledged;
        {
            auto opened = store::openWorkStore(folder, theClock);
            REQUIRE(opened);
            vfs.failFrom(call, 1, kind);
            for (int number = 1; number <= kActions; ++number) {
                if (act(*opened->store, number)) {
                    acknowledged.insert(number);
                }
            }
            vfs.heal();
            failed = vfs.hasFailed();
            for (int number = 1; number <= kActions; ++number) {
                if (!acknowledged.contains(number)) {
                    CHECK(act(*opened->store, number));
                }
            }
        }
        const Found found(folder);
        CHECK(found.lessons.size() == kActions);
        for (int number = 1; number <= kActions; ++number) {
            CHECK(found.has(number));
        }
        QDir(folder).removeRecursively();
    }
    CHECK(call > 10);
}

namespace {

/// SQLite's memory, of which one piece can be refused.
struct Memory
{
    sqlite3_mem_methods real = {};
    std::atomic<int> left = 0; ///< 0: nothing is refused.
    std::atomic<bool> refused = false;

    bool refuses()
    {
        if (left > 0 && --left == 0) {
            refused = true;
            return true;
        }
        return false;
    }
};

Memory memory;

void *give(int size)
{
    return memory.refuses() ? nullptr : memory.real.xMalloc(size);
}

void *giveMore(void *old, int size)
{
    return memory.refuses() ? nullptr : memory.real.xRealloc(old, size);
}

} // namespace

TEST_CASE("L24: whichever piece of memory is refused, what was acknowledged waits to be sent")
{
    constexpr int kActions = 3;
    sqlite3_shutdown();
    REQUIRE(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real) == SQLITE_OK);
    sqlite3_mem_methods ours = memory.real;
    ours.xMalloc = give;
    ours.xRealloc = giveMore;
    REQUIRE(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK);
    const QTemporaryDir dir;
    bool refused = true;
    int rounds = 0;
    for (int piece = 1; refused && rounds < 200; piece += 1 + piece / 12, ++rounds) {
        INFO("piece " << piece);
        const QString folder = dir.filePath(u"profile%1"_s.arg(piece));
        std::set<int> acknowledged;
        {
            auto opened = store::openWorkStore(folder, theClock);
            REQUIRE(opened);
            memory.refused = false;
            memory.left = piece;
            for (int number = 1; number <= kActions; ++number) {
                if (act(*opened->store, number)) {
                    acknowledged.insert(number);
                }
            }
            memory.left = 0;
            refused = memory.refused;
        }
        const Found found(folder);
        for (const int number : acknowledged) {
            CHECK(found.has(number));
        }
        QDir(folder).removeRecursively();
    }
    CHECK(rounds > 20);
    sqlite3_shutdown();
    REQUIRE(sqlite3_config(SQLITE_CONFIG_MALLOC, &memory.real) == SQLITE_OK);
}
