#include "store/open_work_store.h"
#include "support/numbered_work.h"
#include "support/power_loss_vfs.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <random>

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCrashes = 240;
constexpr int kOfOneFile = 12; ///< Crashes, before another one is begun.
constexpr unsigned kMostCalls = 600;
constexpr unsigned kCheckpointCalls = 4000; ///< So many that the log is brought into the file meanwhile.

class StandingClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC); }
};

QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s; // what is flushed is the VFS' own business
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + u"/studio-power-XXXXXX"_s;
}

std::string pragma(sqlite3 *connection, const char *sql)
{
    std::string answer;
    const auto take = [](void *into, int, char **values, char **) {
        *static_cast<std::string *>(into) += values[0] != nullptr ? values[0] : "";
        return 0;
    };
    const int rc = sqlite3_exec(connection, sql, take, &answer, nullptr);
    return rc == SQLITE_OK ? answer : sqlite3_errmsg(connection);
}

struct Found
{
    int acknowledged = 0;
    int lost = 0; ///< Acknowledged, and not in the progress, or neither waiting nor confirmed.
    int halves = 0; ///< In one of the two only.
    int unsound = 0; ///< Files that fail SQLite's check, or hold damaged entries.
    int inCommits = 0; ///< Crashes in the midst of one.
};

/// One file, and one crash after another at any of its writes and flushes.
class Sufferer
{
public:
    explicit Sufferer(unsigned seed)
        : m_random(seed)
    {
    }

    /// Null `synchronous`: as the program has it.
    void workUntilThePowerFails(PowerLossVfs &vfs, const char *synchronous, Found &found)
    {
        const auto call
            = static_cast<int>(1 + m_random() % (m_random() % 10 == 0 ? kCheckpointCalls : kMostCalls));
        // Some fail already while the file is made or brought into shape.
        const bool whileOpening = m_random() % 4 == 0;
        if (whileOpening) {
            vfs.failAt(1 + call % 60, static_cast<unsigned>(m_random()));
        }
        auto opened = store::openWorkStore(m_folder.path(), m_clock);
        if (opened && synchronous != nullptr) {
            REQUIRE(opened->store->flush().result()); // the store's thread is done with the connection
            pragma(vfs.connectionTo("work.db"), synchronous);
        }
        if (!whileOpening) {
            vfs.failAt(call, static_cast<unsigned>(m_random()));
        }
        while (opened && !vfs.hasFailed()) {
            ++m_last;
            if (doNumbered(*opened->store, *opened->sync, m_last, m_clock.nowUtc())) {
                m_acknowledged.insert(m_last);
                ++found.acknowledged;
            } else {
                ++found.inCommits;
            }
        }
        vfs.failNow();
        opened = fail(ErrorCode::Internal, {}); // closes it, which writes nothing any more
        vfs.start();
    }

    void check(PowerLossVfs &vfs, Found &found)
    {
        auto opened = store::openWorkStore(m_folder.path(), m_clock);
        INFO((opened ? std::string() : opened.error().message.toStdString()));
        REQUIRE(opened);
        const auto there = findNumbered(*opened->store, *opened->sync, m_last);
        REQUIRE(there);
        REQUIRE(opened->store->flush().result());
        found.unsound += pragma(vfs.connectionTo("work.db"), "PRAGMA integrity_check") == "ok" ? 0 : 1;
        found.unsound += opened->report.damagedFile.isEmpty() ? 0 : 1;
        found.unsound += opened->report.damagedLog.isEmpty() ? 0 : 1;
        found.unsound += there->odd;
        for (int number = 1; number <= m_last; ++number) {
            const bool done = there->done.contains(number);
            const bool known = there->waiting.contains(number) || m_confirmed.contains(number);
            found.halves += done != known ? 1 : 0;
            found.lost += m_acknowledged.contains(number) && !(done && known) ? 1 : 0;
        }
        // A part of it reaches the platform before the next crash.
        for (std::size_t i = 0; i < there->entries.size() / 2; ++i) {
            REQUIRE(opened->sync->confirm(there->entries[i]));
        }
        const auto after = findNumbered(*opened->store, *opened->sync, m_last);
        REQUIRE(after);
        std::set_difference(there->waiting.begin(), there->waiting.end(), after->waiting.begin(),
                            after->waiting.end(), std::inserter(m_confirmed, m_confirmed.end()));
    }

private:
    std::mt19937 m_random;
    QTemporaryDir m_folder{folderTemplate()};
    StandingClock m_clock;
    std::set<int> m_acknowledged;
    std::set<int> m_confirmed;
    int m_last = 0;
};

Found crash(int times, const char *synchronous, unsigned seed)
{
    Found found;
    PowerLossVfs vfs;
    std::unique_ptr<Sufferer> sufferer;
    for (int i = 0; i < times; ++i) {
        INFO("crash " << i << " of seed " << seed);
        if (i % kOfOneFile == 0) {
            sufferer = std::make_unique<Sufferer>(seed + static_cast<unsigned>(i));
        }
        sufferer->workUntilThePowerFails(vfs, synchronous, found);
        sufferer->check(vfs, found);
    }
    return found;
}

unsigned seedFromEnvironment()
{
    const unsigned seed = qEnvironmentVariableIsSet("STORE_POWER_SEED")
        ? qEnvironmentVariable("STORE_POWER_SEED").toUInt()
        : std::random_device()();
    WARN("STORE_POWER_SEED=" << seed);
    return seed;
}

} // namespace

TEST_CASE("When the power fails, what was acknowledged is in the progress and in the outbox", "[store][sync]")
{
    const Found found = crash(kCrashes, nullptr, seedFromEnvironment());

    CHECK(found.lost == 0);
    CHECK(found.halves == 0);
    CHECK(found.unsound == 0);
    CHECK(found.acknowledged > 10 * kCrashes);
    CHECK(found.inCommits > kCrashes / 4);
    WARN(found.acknowledged << " acknowledged, " << found.inCommits << " crashes in an action");
}

TEST_CASE("Without a flush at each commit the same power failures lose work", "[store][sync]")
{
    const Found found = crash(kCrashes / 4, "PRAGMA synchronous=NORMAL", 1);

    CHECK(found.lost > 0);
    CHECK(found.unsound == 0); // the file itself stays whole
}
