#pragma once

#include "support/computer.h"
#include "sync/http/boot_clock.h"
#include "text/sync_words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <atomic>
#include <map>
#include <set>

/// The computer's monotonic clock, which a test can put forward: waiting times end without being waited for.
class LeapClock final : public studio::MonotonicClock
{
public:
    std::chrono::milliseconds now() const override
    {
        return m_clock.now() + std::chrono::milliseconds(m_ahead);
    }

    void pass(std::chrono::seconds time) { m_ahead += std::chrono::milliseconds(time).count(); }

private:
    studio::sync::BootClock m_clock;
    std::atomic<qint64> m_ahead{0};
};

/// What ada did and was told is saved. After every fault each of these is on the platform, waits, or is kept
/// work: invariant I1 of the fault matrix.
struct Deeds
{
    std::set<int> done; ///< Lessons.
    std::map<int, bool> bookmarks;
    std::map<int, int> positions; ///< Per mille.
    std::map<int, QString> notes;
    std::map<int, int> minutes;
    std::multiset<QString> programs; ///< Submitted to exercise 1.
    int twice = 0; ///< Programs that may be there more than once.
};

/// One computer of ada's with the real platform behind the fault layer, and the words that she reads. All
/// benches of a program share one server, which begins anew with each.
class FaultBench
{
    Q_DISABLE_COPY_MOVE(FaultBench)

public:
    explicit FaultBench(const QString &profile = QStringLiteral("deployed"));
    ~FaultBench();

    static const HostedServer &server();
    static void endServer();

    studio::sync::PlatformPlace place() const;
    studio::Result<studio::Account> signIn(const QString &user = QStringLiteral("ada"),
                                           const QString &password = QStringLiteral("Ada!Example1"));

    // Deeds; each ends when it is acknowledged. Lessons 1 to 5 of course 4, 7 to 11 of course 5 …
    static QString courseOf(int lesson);
    void finish(int lesson);
    void bookmark(int lesson, bool on = true);
    void read(int lesson, int perMille);
    void note(int lesson, const QString &text);
    void spend(int lesson, int minutes);
    void submit(const QString &code);
    void doEverything(); ///< One of each kind on lesson 1 and 2.

    /// A run that the person asked for, and the truth after it.
    studio::SyncStatus sync();
    studio::SyncStatus status();
    std::vector<studio::OutboxEntry> waiting();
    std::vector<studio::KeptWork> kept();

    QString line(); ///< The status line.
    QString told(); ///< The sentence about what is in the way; empty when nothing is.

    void waitUntilIdle();
    void checkNothingLost(); ///< I1, and what the line says fits it (I8).
    /// I2: without a fault everything goes out, and platform and deeds agree.
    void checkAllArrives();

    // The fault layer.
    static void fault(const QString &kind, QJsonObject more = {});
    static QJsonObject answer(int status, const QJsonObject &json, const QJsonObject &headers = {});
    static int requests(const QString &method, const QString &pathPart); ///< Seen by the platform itself.
    static int onTheWire(const QString &pathPart = {}); ///< Seen by the fault layer, before any fault.

    QTemporaryDir folder;
    TestTime clock;
    std::shared_ptr<LeapClock> monotonic = std::make_shared<LeapClock>();
    Computer ada;
    Deeds deeds;
};
