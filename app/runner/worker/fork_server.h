#pragma once

#include "runner/protocol/launching.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>

#include "worker/keeper.h"
#include "worker/rehearsal.h"
#include "worker/sandbox/sandbox.h"

namespace studio::runner {

/// The warm process: its interpreter is initialised, has one thread and runs no learner's code. It forks a
/// process for each order, and has the next one waiting, with its namespaces made, before it is ordered.
///
/// Forked processes share the secret of str's hash; the host takes a new server after each program
/// (docs/adr/0007).
class ForkServer final
{
public:
    /// Does what a check does, or a program, in a process that is used for nothing else.
    using Rehearse = std::function<void(bool check)>;

    /// `control`: the host's socket. `first`: what is most likely to be ordered first.
    ForkServer(int control, Sandbox &sandbox, const RunFlavour &first, Rehearse rehearse);
    ForkServer(const ForkServer &) = delete;
    ForkServer &operator=(const ForkServer &) = delete;

    /// Returns in each forked process, its standard streams and channel in place. The server itself never
    /// returns: it ends with its host.
    void serve();

private:
    struct Child
    {
        pid_t keeper = 0;
        int pidfd = -1;
        int orders = -1;
        std::uint32_t id = 0;
        KeeperSlot *slot = nullptr;
        bool told = false; ///< The host knows of its end; the keeper is still ending.
    };

    enum class Side { Server, Forked };

    Side takeOrder();
    Side handOver(const LaunchOrder &order, std::span<const int> descriptors);
    Side park(const RunFlavour &flavour);
    void rehearse(bool check);
    void startKept(const RunFlavour &flavour, bool ownRoot, KeeperSlot &slot);
    static bool isReady(const Child &child);
    void tellEnds();
    void tellEnd(Child &child, int status) const;
    void collect();
    void reply(std::uint32_t id, LaunchReply::Kind kind, int status = 0, int descriptor = -1) const;
    void forget(const Child &child);
    static void keepOnly(int orders);
    static void takePlace(const TouchedPages &pages);

    int m_control;
    int m_children = -1; ///< signalfd of SIGCHLD
    int m_over = -1; ///< eventfd of all keepers: one of them has nothing left to keep.
    Sandbox &m_sandbox;
    RunFlavour m_first;
    Rehearse m_rehearse;
    std::map<bool, TouchedPages> m_pages; ///< Of checks, of programs.
    std::map<RunFlavour, Child> m_parked;
    bool m_toPark = false; ///< A check was taken: the next one is to be there when nothing else is to do.
    std::map<pid_t, Child> m_running;
};

} // namespace studio::runner
