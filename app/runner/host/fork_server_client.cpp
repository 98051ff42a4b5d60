#include "runner/host/fork_server_client.h"

#include "runner/host/pipes.h"
#include "runner/host/release_process.h"
#include "runner/protocol/descriptors.h"
#include "runner/protocol/framing.h"

#include <QPointer>

#include <csignal>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace studio::runner {

using namespace Qt::StringLiterals;

ForkServerClient::ForkServerClient(const QString &worker, const QStringList &arguments)
    : m_process(new QProcess)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return;
    }
    m_control = ends[0];
    m_readable = std::make_unique<QSocketNotifier>(m_control, QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &ForkServerClient::receive);
    connect(m_process, &QProcess::errorOccurred, this, [this, worker](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            lose(u"%1 could not be started: %2"_s.arg(worker, m_process->errorString()));
        }
    });
    const int serverEnd = ends[1];
    m_process->setChildProcessModifier([serverEnd] { ::dup2(serverEnd, kChannelDescriptor); });
    m_process->setProcessEnvironment(workerEnvironment());
    m_process->start(worker, QStringList{u"--serve"_s} + arguments);
    ::close(serverEnd);
}

ForkServerClient::~ForkServerClient()
{
    close();
    releaseProcess(m_process);
}

void ForkServerClient::order(ForkedWorker &worker, LaunchOrder order, const std::array<int, 4> &descriptors)
{
    order.id = ++m_last;
    worker.m_id = order.id;
    m_workers.insert(order.id, &worker);
    if (!isUsable() || !sendWithDescriptors(m_control, std::as_bytes(std::span(&order, 1)), descriptors)) {
        QMetaObject::invokeMethod(
            this, [this] { lose(u"the warm Python is gone"_s); }, Qt::QueuedConnection);
    }
}

void ForkServerClient::forget(ForkedWorker &worker)
{
    m_workers.remove(worker.m_id);
}

void ForkServerClient::receive()
{
    for (;;) {
        LaunchReply reply;
        std::vector<int> descriptors;
        const ssize_t length = receiveWithDescriptors(m_control, std::as_writable_bytes(std::span(&reply, 1)),
                                                      descriptors, /*wait=*/false);
        ForkedWorker *worker = m_workers.value(reply.id);
        const bool started = length == sizeof reply && reply.kind == LaunchReply::Started;
        if (started && worker && descriptors.size() == 1) {
            worker->started(descriptors.front(), reply.status);
        } else {
            for (const int each : descriptors) {
                ::close(each);
            }
        }
        if (length == 0 || (length > 0 && length != sizeof reply)) {
            return lose(u"the warm Python ended"_s);
        }
        if (length < 0) {
            return;
        }
        if (worker && !started) {
            m_workers.remove(reply.id);
            worker->over(reply); // may delete the worker, and this with it
            return; // the notifier comes again when there is more
        }
    }
}

void ForkServerClient::lose(const QString &why)
{
    close();
    std::vector<QPointer<ForkedWorker>> workers(m_workers.begin(), m_workers.end());
    m_workers.clear();
    for (const auto &worker : workers) { // each of them, and this with the last, may be deleted on the way
        if (worker) {
            worker->m_over = true;
            Q_EMIT worker->failed(why);
        }
    }
}

void ForkServerClient::giveUp()
{
    m_process->kill();
    close();
    QMetaObject::invokeMethod(
        this, [this] { lose(u"the warm Python did not answer"_s); }, Qt::QueuedConnection);
}

void ForkServerClient::close()
{
    m_readable.reset();
    if (m_control >= 0) {
        ::close(m_control);
        m_control = -1;
    }
}

ForkedWorker::ForkedWorker(std::shared_ptr<ForkServerClient> server, RunKind kind, bool network)
    : m_server(std::move(server))
{
    WorkerPipes pipes = WorkerPipes::make();
    m_ends = pipes.host;
    const bool check = kind == RunKind::Check;
    m_server->order(*this, {0, check ? 1U : 0U, network && !check ? 1U : 0U}, pipes.worker);
    pipes.closeWorkerEnds();
}

ForkedWorker::~ForkedWorker()
{
    m_server->forget(*this);
    kill();
    WorkerPipes left{m_ends, {-1, -1, -1, -1}};
    left.closeHostEnds();
    if (m_pidfd >= 0) {
        ::close(m_pidfd);
    }
}

LaunchedWorker::Ends ForkedWorker::takeEnds()
{
    return std::exchange(m_ends, {});
}

void ForkedWorker::interrupt()
{
    signal(SIGINT);
}

void ForkedWorker::kill()
{
    signal(SIGTERM); // to the keeper, which ends everything
}

void ForkedWorker::distrust()
{
    m_server->giveUp();
}

void ForkedWorker::signal(int number)
{
    if (m_over) {
        return;
    }
    if (m_pidfd >= 0) {
        ::syscall(SYS_pidfd_send_signal, m_pidfd, number, nullptr, 0);
    } else {
        m_wanted = number;
    }
}

std::optional<std::chrono::nanoseconds> ForkedWorker::busyTime() const
{
    const QString keeper = QString::number(m_keeper);
    const QByteArray children = readSystemFile(u"/proc/%1/task/%1/children"_s.arg(keeper));
    const qint64 kept = children.left(children.indexOf(' ')).toLongLong();
    return m_keeper > 0 && kept > 0 ? busyTimeOf(kept) : std::nullopt;
}

void ForkedWorker::started(int pidfd, int keeper)
{
    m_keeper = keeper;
    m_pidfd = pidfd;
    if (m_wanted != 0) {
        signal(m_wanted);
    }
}

void ForkedWorker::over(const LaunchReply &reply)
{
    m_over = true;
    if (reply.kind == LaunchReply::Ended) {
        const int status = reply.status;
        const bool killed = WIFSIGNALED(status);
        Q_EMIT ended({killed, killed ? WTERMSIG(status) : WEXITSTATUS(status)});
    } else {
        Q_EMIT failed(u"the system refused a new process"_s);
    }
}

} // namespace studio::runner
