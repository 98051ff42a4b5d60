#pragma once

#include "store/open_work_store.h"
#include "support/killing_store.h"
#include "support/model_platform.h"
#include "sync/engine/sync_engine.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <map>
#include <random>

namespace studio::test {

using namespace Qt::StringLiterals;

class MovingClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return now; }

    QDateTime now = QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);
};

/// One computer of the person: a real work store in a folder, and the engine on it. Can be killed at any
/// commit and is then started again.
class Computer
{
public:
    Computer(ModelPlatform &platform, sync::ManualClock &monotonic, sync::SafetyLines lines, quint32 seed);

    void start(); ///< Also after a kill.
    /// One run of the engine; false when the process was killed in it.
    bool run();
    void passTime(std::chrono::minutes time);

    void read(qint64 lesson);
    void setPosition(qint64 lesson, int perMille);
    void setBookmark(qint64 lesson, bool bookmarked);
    void addNote(qint64 lesson, const QString &text);
    void addTime(qint64 lesson, std::chrono::seconds time);
    void submit(const QString &code);
    void enrol(qint64 course, bool wanted);

    LessonProgress lesson(qint64 lesson);

    SyncStore &store() { return *m_opened.sync; }

    double kills = 0; ///< Probability at each side of each commit.
    MovingClock clock;
    sync::SyncReport report;
    std::optional<Error> error;
    ModelSession session;
    std::unique_ptr<sync::SyncEngine> engine;

    static QString course(qint64 lesson);
    static QString lessonId(qint64 lesson);

private:
    template<typename Change>
    void change(qint64 lesson, Change what);

    ModelPlatform &m_platform;
    sync::ManualClock &m_monotonic;
    sync::SafetyLines m_lines;
    std::mt19937 m_random;
    QTemporaryDir m_folder;
    store::OpenedWorkStore m_opened;
    std::unique_ptr<KillingStore> m_killing;
};

} // namespace studio::test
