#include "store/open_work_store.h"
#include "support/numbered_work.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 45;

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

/// Lets the learner work for `span` ms once it is ready, or is not even that, and kills it. Gives the numbers
/// it was told are saved.
std::vector<int> workAndKill(const QString &folder, int first, int span, bool whileOpening)
{
    QProcess learner;
    learner.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    learner.start(QString::fromUtf8(STORE_LEARNER), {folder, QString::number(first)});
    REQUIRE(learner.waitForStarted(10'000));
    if (!whileOpening) {
        REQUIRE(learner.waitForReadyRead(10'000));
    }
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(span) && learner.state() == QProcess::Running) {
        learner.waitForReadyRead(std::max(1, span - static_cast<int>(since.elapsed())));
    }
    REQUIRE(learner.state() == QProcess::Running);
    learner.kill(); // SIGKILL
    REQUIRE(learner.waitForFinished(10'000));

    std::vector<int> numbers;
    QByteArray output = learner.readAllStandardOutput();
    output.truncate(output.lastIndexOf('\n') + 1);
    for (const QByteArray &line : output.split('\n')) {
        if (const int number = line.toInt(); number > 0) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

} // namespace

TEST_CASE("Killed at any moment, each acknowledged action is in the progress and in the outbox",
          "[store][sync]")
{
    const unsigned seed = qEnvironmentVariableIsSet("STORE_KILL_SEED")
        ? qEnvironmentVariable("STORE_KILL_SEED").toUInt()
        : std::random_device()();
    WARN("STORE_KILL_SEED=" << seed);
    std::mt19937 random(seed);
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"profile"_s);
    const SystemClock clock;
    std::set<int> acknowledged;
    std::set<int> confirmed;
    int last = 0;

    for (int kill = 0; kill < kKills; ++kill) {
        const int span = static_cast<int>(random() % 120);
        INFO("kill " << kill << " after " << span << " ms");
        const auto numbers = workAndKill(folder, last + 1, span, kill % 5 == 0);
        acknowledged.insert(numbers.begin(), numbers.end());
        last += static_cast<int>(numbers.size()) + 1; // the next may have been under way

        const auto opened = store::openWorkStore(folder, clock);
        REQUIRE(opened);
        CHECK(opened->report.damagedFile.isEmpty());
        CHECK(opened->report.damagedLog.isEmpty());
        const auto there = findNumbered(*opened->store, *opened->sync, last);
        REQUIRE(there);
        CHECK(there->odd == 0); // no hash that does not fit
        for (int number = 1; number <= last; ++number) {
            INFO("action " << number);
            const bool done = there->done.contains(number);
            const bool known = there->waiting.contains(number) || confirmed.contains(number);
            CHECK(done == known);
            CHECK((!acknowledged.contains(number) || done));
        }
        // The platform takes what there is, but for the last ones.
        for (std::size_t i = 0; i + 3 < there->entries.size(); ++i) {
            REQUIRE(opened->sync->confirm(there->entries[i]));
        }
        const auto after = findNumbered(*opened->store, *opened->sync, last);
        REQUIRE(after);
        CHECK(after->waiting.size() == std::min<std::size_t>(3, there->entries.size()));
        std::set_difference(there->waiting.begin(), there->waiting.end(), after->waiting.begin(),
                            after->waiting.end(), std::inserter(confirmed, confirmed.end()));
    }
    CHECK(acknowledged.size() > 200);
}
