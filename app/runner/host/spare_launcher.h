#pragma once

#include "runner/host/launcher.h"

#include <QTimer>

namespace studio::runner {

class SpareWorker;

/// Launches fresh processes, the next one started ahead and waiting: for systems that can't fork.
class SpareLauncher final : public Launcher
{
public:
    explicit SpareLauncher(LauncherOptions options);
    ~SpareLauncher() override;

    void warm() override;
    std::unique_ptr<LaunchedWorker> launch(RunKind kind, bool network) override;

    QString worker() const override { return m_options.worker; }

private:
    LauncherOptions m_options;
    std::unique_ptr<SpareWorker> m_spare;
    QTimer m_renewal;
    RunKind m_kind = RunKind::Program; ///< What is made ready: as the last one was.
    bool m_network = true;
};

} // namespace studio::runner
