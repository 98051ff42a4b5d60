#pragma once

#include "runner/host/launcher.h"

#include <QProcess>

#include <optional>

namespace studio::runner {

/// A process of its own for one run.
class SpareWorker final : public LaunchedWorker
{
    Q_OBJECT

public:
    SpareWorker(const QString &worker, const QStringList &arguments);
    ~SpareWorker() override;

    bool isAlive() const { return !m_end && m_failure.isEmpty(); }

    void takeIntoUse(); ///< From here on ended() and failed() are told, also what happened before.

    Ends takeEnds() override;
    void interrupt() override;
    void kill() override;

    std::optional<std::chrono::nanoseconds> busyTime() const override;

    void distrust() override { } // nothing else was prepared with it

private:
    void signalGroup(int number) const;
    void tell();

    QProcess *m_process; ///< Outlives this object until it has ended.
    Ends m_ends;
    qint64 m_group = 0;
    bool m_inUse = false;
    std::optional<ProcessEnd> m_end;
    QString m_failure;
};

} // namespace studio::runner
