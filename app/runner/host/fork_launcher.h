#pragma once

#include "runner/host/launcher.h"

#include <QTimer>

namespace studio::runner {

class ForkServerClient;

/// Launches from a fork server: a warm worker that is started once and forks a process for each run.
///
/// After each program a new server takes over, so that no two programs share the secret of str's hash; the
/// old one stays until what it forked has ended.
class ForkLauncher final : public Launcher
{
public:
    explicit ForkLauncher(LauncherOptions options);
    ~ForkLauncher() override;

    void warm() override;
    std::unique_ptr<LaunchedWorker> launch(RunKind kind, bool network) override;

    QString worker() const override { return m_options.worker; }

private:
    LauncherOptions m_options;
    std::shared_ptr<ForkServerClient> m_server;
    QTimer m_renewal;
    bool m_network = true; ///< What is made ready: a program as the last one was.
};

} // namespace studio::runner
