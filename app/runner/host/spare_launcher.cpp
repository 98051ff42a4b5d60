#include "runner/host/spare_launcher.h"

#include "runner/host/fork_launcher.h"
#include "runner/host/spare_worker.h"

namespace studio::runner {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kRenewAfter{150}; // what has just begun has the machine first

} // namespace

SpareLauncher::SpareLauncher(LauncherOptions options)
    : m_options(std::move(options))
{
    m_renewal.setSingleShot(true);
    m_renewal.setInterval(kRenewAfter);
    QObject::connect(&m_renewal, &QTimer::timeout, &m_renewal, [this] { warm(); });
}

SpareLauncher::~SpareLauncher() = default;

void SpareLauncher::warm()
{
    if (!m_spare || !m_spare->isAlive()) {
        m_spare
            = std::make_unique<SpareWorker>(m_options.worker, workerArguments(m_options, m_kind, m_network));
    }
}

std::unique_ptr<LaunchedWorker> SpareLauncher::launch(RunKind kind, bool network)
{
    if (kind != m_kind || network != m_network) { // what waits was made for another kind of run
        m_spare.reset();
        m_kind = kind;
        m_network = network;
    }
    warm();
    auto worker = std::move(m_spare);
    worker->takeIntoUse();
    m_renewal.start();
    return worker;
}

std::shared_ptr<Launcher> makeLauncher(const LauncherOptions &options)
{
    if (options.kind == LauncherOptions::Kind::Spare) {
        return std::make_shared<SpareLauncher>(options);
    }
    return std::make_shared<ForkLauncher>(options);
}

QStringList workerArguments(const LauncherOptions &options, RunKind kind, bool network)
{
    QStringList arguments;
    if (kind == RunKind::Program) {
        arguments.append(network ? u"--networked-program"_s : u"--program"_s);
    }
    if (!options.withoutLayers.isEmpty()) {
        arguments.append(u"--without="_s + options.withoutLayers);
    }
    return arguments;
}

} // namespace studio::runner
