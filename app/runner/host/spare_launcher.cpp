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
        m_spare = std::make_unique<SpareWorker>(m_options.worker, layerArguments(m_options));
    }
}

std::unique_ptr<LaunchedWorker> SpareLauncher::launch(RunKind /*kind*/)
{
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

QStringList layerArguments(const LauncherOptions &options)
{
    return options.withoutLayers.isEmpty() ? QStringList()
                                           : QStringList{u"--without="_s + options.withoutLayers};
}

} // namespace studio::runner
