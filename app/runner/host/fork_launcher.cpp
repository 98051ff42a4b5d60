#include "runner/host/fork_launcher.h"

#include "runner/host/fork_server_client.h"

namespace studio::runner {

namespace {

// The program that has just begun has the machine first.
constexpr std::chrono::milliseconds kRenewAfter{150};

} // namespace

ForkLauncher::ForkLauncher(LauncherOptions options)
    : m_options(std::move(options))
{
    m_renewal.setSingleShot(true);
    m_renewal.setInterval(kRenewAfter);
    QObject::connect(&m_renewal, &QTimer::timeout, &m_renewal, [this] { warm(); });
}

ForkLauncher::~ForkLauncher() = default;

void ForkLauncher::warm()
{
    if (!m_server || !m_server->isUsable()) {
        m_server = std::make_shared<ForkServerClient>(
            m_options.worker, workerArguments(m_options, RunKind::Program, m_network));
    }
}

std::unique_ptr<LaunchedWorker> ForkLauncher::launch(RunKind kind, bool network)
{
    warm();
    auto worker = std::make_unique<ForkedWorker>(m_server, kind, network);
    if (kind == RunKind::Program) {
        m_network = network;
        m_server.reset(); // it lives on with its worker
        m_renewal.start();
    }
    return worker;
}

} // namespace studio::runner
