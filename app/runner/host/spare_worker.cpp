#include "runner/host/spare_worker.h"

#include "runner/host/pipes.h"
#include "runner/host/release_process.h"
#include "runner/protocol/framing.h"
#include "runner/protocol/launching.h"

#include <csignal>
#include <unistd.h>

namespace studio::runner {

using namespace Qt::StringLiterals;

SpareWorker::SpareWorker(const QString &worker, const QStringList &arguments)
    : m_process(new QProcess)
{
    connect(m_process, &QProcess::errorOccurred, this, [this, worker](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_failure = u"%1 could not be started: %2"_s.arg(worker, m_process->errorString());
            tell();
        }
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        signalGroup(SIGKILL); // children that were left behind
        m_end = ProcessEnd{status == QProcess::CrashExit, code};
        tell();
    });
    WorkerPipes pipes = WorkerPipes::make();
    m_ends = pipes.host;
    // Standard streams are this process's own pipes, not QProcess's: they are there before anyone reads.
    m_process->setProcessChannelMode(QProcess::ForwardedChannels);
    m_process->setInputChannelMode(QProcess::ForwardedInputChannel);
    m_process->setChildProcessModifier([ends = pipes.worker] {
        ::setpgid(0, 0);
        ::dup2(ends[1], STDIN_FILENO);
        ::dup2(ends[2], STDOUT_FILENO);
        ::dup2(ends[3], STDERR_FILENO);
        ::dup2(ends[0], kChannelDescriptor);
    });
    m_process->setProcessEnvironment(workerEnvironment());
    m_process->start(worker, arguments);
    m_group = m_process->processId();
    pipes.closeWorkerEnds();
}

SpareWorker::~SpareWorker()
{
    if (!m_end) {
        signalGroup(SIGKILL);
    }
    WorkerPipes left{m_ends, {-1, -1, -1, -1}};
    left.closeHostEnds();
    releaseProcess(m_process);
}

LaunchedWorker::Ends SpareWorker::takeEnds()
{
    return std::exchange(m_ends, {});
}

void SpareWorker::takeIntoUse()
{
    m_inUse = true;
    QMetaObject::invokeMethod(this, &SpareWorker::tell, Qt::QueuedConnection);
}

void SpareWorker::interrupt()
{
    signalGroup(SIGINT);
    if (m_group > 0) {
        ::kill(static_cast<pid_t>(m_group), probeSignal());
    }
}

std::optional<std::chrono::nanoseconds> SpareWorker::busyTime() const
{
    return busyTimeOf(m_group);
}

void SpareWorker::kill()
{
    signalGroup(SIGKILL);
}

void SpareWorker::signalGroup(int number) const
{
    if (m_group > 0) {
        ::kill(static_cast<pid_t>(-m_group), number);
    }
}

void SpareWorker::tell()
{
    if (!m_inUse) {
        return;
    }
    if (m_end) {
        m_inUse = false;
        Q_EMIT ended(*m_end);
    } else if (!m_failure.isEmpty()) {
        m_inUse = false;
        Q_EMIT failed(m_failure);
    }
}

} // namespace studio::runner
