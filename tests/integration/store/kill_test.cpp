#include "store/open_work_store.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <chrono>
#include <random>
#include <set>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 50;
constexpr qint64 kSafeAfter = 1000; // ms

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

qint64 steadyMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

struct Typed
{
    int key = 0;
    qint64 at = 0;
};

/// Lets the typist type for `span` ms from its first key on, and kills it. Gives its keys and the time of the
/// kill.
std::pair<std::vector<Typed>, qint64> typeAndKill(const QString &folder, unsigned seed, int span)
{
    QProcess typist;
    typist.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    typist.start(QString::fromUtf8(STORE_TYPIST), {folder, QString::number(seed), u"5"_s});
    REQUIRE(typist.waitForReadyRead(10'000));
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(span) && typist.state() == QProcess::Running) {
        typist.waitForReadyRead(std::max(1, span - static_cast<int>(since.elapsed())));
    }
    REQUIRE(typist.state() == QProcess::Running);
    const qint64 killedAt = steadyMilliseconds();
    typist.kill(); // SIGKILL
    REQUIRE(typist.waitForFinished(10'000));

    std::vector<Typed> keys;
    QByteArray output = typist.readAllStandardOutput();
    output.truncate(output.lastIndexOf('\n') + 1);
    for (const QByteArray &line : output.split('\n')) {
        const auto words = line.split(' ');
        if (words.size() == 2) {
            keys.push_back({words[0].toInt(), words[1].toLongLong()});
        }
    }
    return {keys, killedAt};
}

std::set<int> keysIn(const QString &text)
{
    std::set<int> keys;
    for (const QString &piece : text.split(u';', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        keys.insert(piece.toInt(&isNumber));
        CHECK(isNumber);
    }
    return keys;
}

QString storedText(const QString &folder)
{
    const SystemClock clock;
    const auto opened = store::openWorkStore(folder, clock);
    REQUIRE(opened);
    CHECK(opened->report.damagedFile.isEmpty());
    CHECK(opened->report.damagedLog.isEmpty());
    const auto document = opened->store->openDocument({u"playground/typed"_s}).result();
    REQUIRE(document);
    const QString text = *document ? (*document)->text : QString();
    const auto versions = opened->store->versions({u"playground/typed"_s}).result();
    REQUIRE(versions);
    if (!versions->empty()) {
        CHECK(*opened->store->versionText(versions->front().id).result() == text);
        CHECK(opened->store->versionText(versions->back().id).result());
    }
    return text;
}

} // namespace

TEST_CASE("Killed at any moment, every key older than a second is there", "[store]")
{
    const unsigned seed = qEnvironmentVariableIsSet("STORE_KILL_SEED")
        ? qEnvironmentVariable("STORE_KILL_SEED").toUInt()
        : std::random_device()();
    WARN("STORE_KILL_SEED=" << seed);
    std::mt19937 random(seed);
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"profile"_s);
    std::set<int> before; // keys that were seen stored stay stored
    std::size_t provenKeys = 0;

    for (int kill = 0; kill < kKills; ++kill) {
        // Mostly short, so that kills meet the opening and the first writes too; some past the second.
        const int span = static_cast<int>(kill % 3 == 0 ? 1000 + random() % 700 : random() % 500);
        const auto [keys, killedAt] = typeAndKill(folder, static_cast<unsigned>(random()), span);
        INFO("kill " << kill << " after " << span << " ms");
        const std::set<int> found = keysIn(storedText(folder));
        for (const Typed &typed : keys) {
            if (killedAt - typed.at > kSafeAfter) {
                CHECK(found.contains(typed.key));
                ++provenKeys;
            }
        }
        CHECK(std::includes(found.begin(), found.end(), before.begin(), before.end()));
        before = found;
    }
    CHECK(provenKeys > 500);
    CHECK(before.size() > 1000);
}

TEST_CASE("Work that another process has open is in use, until that ends", "[store]")
{
    const QTemporaryDir dir;
    const SystemClock clock;
    const QString folder = dir.filePath(u"profile"_s);
    QProcess typist;
    typist.start(QString::fromUtf8(STORE_TYPIST), {folder, u"1"_s, u"20"_s});
    REQUIRE(typist.waitForReadyRead(10'000));

    const auto during = store::openWorkStore(folder, clock);
    REQUIRE_FALSE(during);
    CHECK(during.error().code == ErrorCode::InUse);

    typist.kill();
    REQUIRE(typist.waitForFinished(10'000));
    CHECK(store::openWorkStore(folder, clock).has_value());
}
