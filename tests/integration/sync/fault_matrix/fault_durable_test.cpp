// The fault matrix, L1–L3 and L24: what was acknowledged is there after a kill, a power cut, and calls that
// fail.

#include "store/open_work_store.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <atomic>
#include <set>

#include "power_vfs.h"
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

struct Cut
{
    PowerVfs::Images images;
    int acknowledged = 0;
};

/// Works through `actions` and cuts the power at random writes in between, not really.
std::vector<Cut> workWithCuts(const QString &folder, unsigned seed, int actions, bool flushLog)
{
    PowerVfs vfs;
    std::vector<Cut> cuts;
    if (!flushLog) {
        vfs.loseFlushesOf("-wal");
    }
    std::mt19937 random(seed);
    std::atomic<int> acknowledged = 0;
    {
        auto opened = store::openWorkStore(folder, theClock);
        REQUIRE(opened);
        vfs.beforeEach([&] {
            if (acknowledged > 0 && random() % 23 == 0) {
                const double share = static_cast<double>(random() % 11) / 10;
                const int known = acknowledged;
                cuts.push_back({vfs.cut(random, share), known});
            }
        });
        for (int number = 1; number <= actions; ++number) {
            REQUIRE(act(*opened->store, number));
            acknowledged = number;
        }
    }
    return cuts;
}

/// How many acknowledged actions the cuts took.
int lostIn(const std::vector<Cut> &cuts)
{
    int lost = 0;
    for (const Cut &cut : cuts) {
        const QTemporaryDir after;
        const QString folder = after.filePath(u"profile"_s);
        QDir().mkpath(folder);
        for (const auto &[name, image] : cut.images) {
            const QString file = QString::fromStdString(name).section(u'/', -1);
            if (!file.startsWith(u"work.db"_s)) {
                continue;
            }
            QFile out(folder + u'/' + file);
            REQUIRE(out.open(QIODevice::WriteOnly));
            REQUIRE(out.write(image.data(), static_cast<qint64>(image.size()))
                    == static_cast<qint64>(image.size()));
        }
        const Found found(folder);
        for (int number = 1; number <= cut.acknowledged; ++number) {
            lost += found.has(number) ? 0 : 1;
        }
    }
    return lost;
}

} // namespace

TEST_CASE("L1: killed at any moment, every acknowledged action waits to be sent, with its progress")
{
    constexpr int kKills = 20;
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"profile"_s);
    std::mt19937 random(std::random_device{}());
    std::set<int> acknowledged;
    int next = 1;
    for (int kill = 0; kill < kKills; ++kill) {
        QProcess doer;
        doer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        doer.start(QString::fromUtf8(FAULT_DOER), {folder, QString::number(next)});
        REQUIRE(doer.waitForReadyRead(30000));
        QElapsedTimer timer;
        timer.start();
        const auto span = static_cast<int>(random() % 150);
        while (!timer.hasExpired(span)) {
            doer.waitForReadyRead(std::max<int>(1, span - static_cast<int>(timer.elapsed())));
        }
        doer.kill(); // SIGKILL
        REQUIRE(doer.waitForFinished(30000));
        QByteArray output = doer.readAllStandardOutput();
        output.truncate(std::max<qsizetype>(0, output.lastIndexOf('\n')));
        for (const QByteArray &line : output.split('\n')) {
            acknowledged.insert(line.toInt());
        }
        const Found found(folder);
        INFO("kill " << kill << " after " << *acknowledged.rbegin());
        CHECK(std::all_of(acknowledged.begin(), acknowledged.end(),
                          [&found](int number) { return found.has(number); }));
        REQUIRE(*acknowledged.rbegin() >= next);
        next = *acknowledged.rbegin() + 2; // the one in between may have been done and not acknowledged
    }
    CHECK(acknowledged.size() > kKills);
}

TEST_CASE("L2: the power goes at any write: no acknowledged action is lost")
{
    const QTemporaryDir dir;
    const auto cuts = workWithCuts(dir.filePath(u"profile"_s), std::random_device{}(), 260, true);
    CHECK(cuts.size() > 50);
    CHECK(lostIn(cuts) == 0);
}

TEST_CASE("L2: without flushing the log with each commit the same cuts lose work")
{
    const QTemporaryDir dir;
    const auto cuts = workWithCuts(dir.filePath(u"profile"_s), 7, 60, false);
    CHECK(lostIn(cuts) > 0);
}

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
