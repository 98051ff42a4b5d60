#pragma once

#include "runner/host/launcher.h"
#include "runner/protocol/launching.h"

#include <QHash>
#include <QObject>
#include <QProcess>
#include <QSocketNotifier>

#include <array>
#include <memory>

namespace studio::runner {

class ForkedWorker;

/// The host's side of one fork server. Lives on one thread; deleting it ends the server and all it forked.
class ForkServerClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForkServerClient)

public:
    ForkServerClient(const QString &worker, const QStringList &arguments);
    ~ForkServerClient() override;

    bool isUsable() const { return m_control >= 0; }

    /// Sends an order; `worker` is told what became of it. The descriptors stay the caller's to close.
    void order(ForkedWorker &worker, LaunchOrder order, const std::array<int, 4> &descriptors);
    void forget(ForkedWorker &worker);
    void close(); ///< The server ends by itself, and with it all that it forked.
    void giveUp(); ///< The server hangs: it is killed, and its workers are told.

private:
    void receive();
    void lose(const QString &why);

    int m_control = -1;
    std::uint32_t m_last = 0;
    QProcess *m_process; ///< Outlives this object until it has ended.
    std::unique_ptr<QSocketNotifier> m_readable;
    QHash<std::uint32_t, ForkedWorker *> m_workers;
};

/// A process of a fork server.
class ForkedWorker final : public LaunchedWorker
{
    Q_OBJECT

public:
    ForkedWorker(std::shared_ptr<ForkServerClient> server, RunKind kind, bool network);
    ~ForkedWorker() override;

    Ends takeEnds() override;
    void interrupt() override;
    void kill() override;
    std::optional<std::chrono::nanoseconds> busyTime() const override;
    void distrust() override;

private:
    friend class ForkServerClient;

    void started(int pidfd, int keeper);
    void over(const LaunchReply &reply);
    void signal(int number);

    std::shared_ptr<ForkServerClient> m_server;
    Ends m_ends;
    std::uint32_t m_id = 0;
    int m_pidfd = -1;
    int m_keeper = 0; ///< Its number, which may be another process's once it has ended.
    int m_wanted = 0; ///< A signal that was asked for before the process was there.
    bool m_over = false;
};

} // namespace studio::runner
