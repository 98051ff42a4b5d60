#include "worker/fork_server.h"

#include "runner/protocol/descriptors.h"
#include "runner/protocol/framing.h"

#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <Python.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace studio::runner {

namespace {

constexpr int kOwnRootFailed = 111;
constexpr int kOrders = kChannelDescriptor + 1;
constexpr RunFlavour kCheck{true, false};
constexpr int kReadyWithin = 5000; // milliseconds; it takes about one
constexpr int kParkAfter
    = 2; // milliseconds without an order: a program that just began has the machine first

/// As fork(), with namespaces and a pidfd. The child has one thread and calls fork() itself, which puts in
/// order what the C library remembers of a process.
pid_t cloneProcess(int namespaces, int &pidfd)
{
#if defined(__s390__) || defined(__CRIS__)
#error "clone() takes its arguments in another order here"
#endif
    return static_cast<pid_t>(
        ::syscall(SYS_clone, namespaces | CLONE_PIDFD | SIGCHLD, nullptr, &pidfd, nullptr, nullptr));
}

void diesWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

ForkServer::ForkServer(int control, Sandbox &sandbox, const RunFlavour &first, Rehearse rehearse)
    : m_control(control)
    , m_sandbox(sandbox)
    , m_first(first)
    , m_rehearse(std::move(rehearse))
{
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    sigprocmask(SIG_BLOCK, &children, nullptr);
    m_children = ::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
    m_over = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_sandbox.compileFilters();
}

void ForkServer::serve()
{
    ::prctl(PR_SET_DUMPABLE, 0); // no other process of this user can look into it
    rehearse(m_first.check);
    if (park(m_first) == Side::Forked) {
        return;
    }
    reply(0, LaunchReply::Ready);
    for (;;) {
        std::array<pollfd, 3> news{pollfd{m_control, POLLIN, 0}, pollfd{m_children, POLLIN, 0},
                                   pollfd{m_over, POLLIN, 0}};
        const int events = ::poll(news.data(), news.size(), m_toPark ? kParkAfter : -1);
        if (news[2].revents != 0) {
            tellEnds();
        }
        if (news[1].revents != 0) {
            collect();
        }
        if (news[0].revents != 0 && takeOrder() == Side::Forked) {
            return;
        }
        if (events == 0 && m_toPark) {
            m_toPark = false;
            rehearse(kCheck.check);
            if (park(kCheck) == Side::Forked) {
                return;
            }
        }
    }
}

ForkServer::Side ForkServer::takeOrder()
{
    LaunchOrder order;
    std::vector<int> descriptors;
    const ssize_t length
        = receiveWithDescriptors(m_control, std::as_writable_bytes(std::span(&order, 1)), descriptors);
    if (length <= 0) {
        ::_exit(0); // the host is gone, and with this process everything it started
    }
    const Side side
        = length == sizeof order && descriptors.size() == 4 ? handOver(order, descriptors) : Side::Server;
    if (side == Side::Server) {
        for (const int each : descriptors) {
            ::close(each);
        }
    }
    return side;
}

ForkServer::Side ForkServer::handOver(const LaunchOrder &order, std::span<const int> descriptors)
{
    const RunFlavour flavour{order.check != 0, order.network != 0};
    for (int attempt = 0; attempt < 2; ++attempt) { // the second one when namespaces turn out to be forbidden
        if (!m_parked.contains(flavour) && park(flavour) == Side::Forked) {
            return Side::Forked;
        }
        const auto found = m_parked.find(flavour);
        if (found == m_parked.end()) {
            break;
        }
        Child child = found->second;
        m_parked.erase(found);
        if (isReady(child)
            && sendWithDescriptors(child.orders, std::as_bytes(std::span(&order, 1)), descriptors)) {
            ::close(child.orders);
            child.orders = -1;
            child.id = order.id;
            m_running[child.keeper] = child;
            reply(order.id, LaunchReply::Started, child.keeper, child.pidfd);
            // After a program another server takes over: one more process here would wait for nothing.
            m_toPark = flavour.check && !m_parked.contains(flavour);
            return Side::Server;
        }
        if (child.slot->state == KeeperSlot::NoRoot) {
            m_sandbox.giveUpNamespaces(child.slot->why);
            m_sandbox.compileFilters();
        }
        forget(child);
    }
    reply(order.id, LaunchReply::Failed);
    return Side::Server;
}

/// Once for each of the two, when nobody waits for it.
void ForkServer::rehearse(bool check)
{
    if (!m_pages.contains(check)) {
        m_pages[check] = TouchedPages::of([this, check] { m_rehearse(check); });
    }
}

ForkServer::Side ForkServer::park(const RunFlavour &flavour)
{
    std::array<int, 2> ends{};
    void *shared
        = ::mmap(nullptr, sizeof(KeeperSlot), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED || ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return Side::Server;
    }
    Child child;
    child.slot = new (shared) KeeperSlot;
    child.orders = ends[0];
    bool ownRoot = m_sandbox.wantsNamespaces();
    PyOS_BeforeFork();
    child.keeper = cloneProcess(ownRoot ? PrivateRoot::cloneFlags(flavour.network, true) : 0, child.pidfd);
    if (child.keeper < 0 && ownRoot) {
        m_sandbox.giveUpNamespaces(std::strerror(errno));
        m_sandbox.compileFilters();
        ownRoot = false;
        child.keeper = cloneProcess(0, child.pidfd);
    }
    if (child.keeper == 0) {
        startKept(flavour, ownRoot, *child.slot);
        PyOS_AfterFork_Child();
        keepOnly(ends[1]);
        m_sandbox.prepareProcess(flavour);
        takePlace(m_pages[flavour.check]);
        return Side::Forked;
    }
    PyOS_AfterFork_Parent();
    ::close(ends[1]);
    if (child.keeper > 0) {
        m_parked[flavour] = child;
    } else {
        forget(child);
    }
    return Side::Server;
}

void ForkServer::startKept(const RunFlavour &flavour, bool ownRoot, KeeperSlot &slot)
{
    ::prctl(PR_SET_DUMPABLE, 1); // else its own /proc entries, which map the user, are root's
    diesWithParent();
    blockKeeperSignals();
    if (ownRoot && !m_sandbox.prepareRoot(flavour, true)) {
        std::strncpy(slot.why, m_sandbox.whyNoRoot().c_str(), sizeof slot.why - 1);
        slot.state = KeeperSlot::NoRoot;
        ::_exit(kOwnRootFailed);
    }
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    const pid_t kept = ::fork();
    if (kept < 0) {
        ::_exit(kOwnRootFailed);
    }
    if (kept > 0) {
        ::setpgid(kept, kept);
        keep(kept, ownRoot, slot, m_over);
    }
    diesWithParent();
    ::setpgid(0, 0);
    unblockSignals();
}

/// In the forked process: nothing of the server's stays open but the socket that the order comes through, and
/// its control socket, which holds the channel's place.
void ForkServer::keepOnly(int orders)
{
    ::dup2(orders, kOrders);
    ::syscall(SYS_close_range, static_cast<unsigned>(kOrders) + 1, ~0U, 0);
}

/// In the forked process: waits for the order and puts what came with it in its place.
void ForkServer::takePlace(const TouchedPages &pages)
{
    const char ready = 1;
    LaunchOrder order;
    std::vector<int> descriptors;
    const bool told = ::send(kOrders, &ready, 1, MSG_NOSIGNAL) == 1;
    pages.makeOwn();
    if (!told
        || receiveWithDescriptors(kOrders, std::as_writable_bytes(std::span(&order, 1)), descriptors) <= 0
        || descriptors.size() != 4) {
        ::_exit(0);
    }
    ::dup2(descriptors[1], STDIN_FILENO);
    ::dup2(descriptors[2], STDOUT_FILENO);
    ::dup2(descriptors[3], STDERR_FILENO);
    if (descriptors[0] != kChannelDescriptor) {
        ::dup2(descriptors[0], kChannelDescriptor);
    }
    ::fcntl(kChannelDescriptor, F_SETFD, FD_CLOEXEC);
    for (const int each : descriptors) {
        if (each != kChannelDescriptor) {
            ::close(each);
        }
    }
    ::close(kOrders);
}

bool ForkServer::isReady(const Child &child)
{
    pollfd orders{child.orders, POLLIN, 0};
    char ready = 0;
    return ::poll(&orders, 1, kReadyWithin) == 1 && ::recv(child.orders, &ready, 1, 0) == 1;
}

void ForkServer::forget(const Child &child)
{
    if (child.keeper > 0) {
        ::kill(child.keeper, SIGKILL); // collected by collect()
    }
    ::close(child.orders);
    ::close(child.pidfd);
    ::munmap(child.slot, sizeof(KeeperSlot));
}

void ForkServer::tellEnds()
{
    eventfd_t ignored = 0;
    ::eventfd_read(m_over, &ignored);
    for (auto &[keeper, child] : m_running) {
        if (child.slot->state == KeeperSlot::Ended) {
            tellEnd(child, child.slot->status);
        }
    }
}

void ForkServer::tellEnd(Child &child, int status) const
{
    if (!child.told) {
        child.told = true;
        reply(child.id, LaunchReply::Ended, status);
    }
}

void ForkServer::collect()
{
    signalfd_siginfo ignored{};
    while (::read(m_children, &ignored, sizeof ignored) > 0) { }
    int status = 0;
    pid_t gone = 0;
    while ((gone = ::waitpid(-1, &status, WNOHANG)) > 0) {
        if (const auto found = m_running.find(gone); found != m_running.end()) {
            Child child = found->second;
            m_running.erase(found);
            const bool ended = child.slot->state == KeeperSlot::Ended;
            tellEnd(child, ended ? child.slot->status : SIGKILL);
            ::close(child.pidfd);
            ::munmap(child.slot, sizeof(KeeperSlot));
        }
    }
}

void ForkServer::reply(std::uint32_t id, LaunchReply::Kind kind, int status, int descriptor) const
{
    const LaunchReply message{id, kind, status};
    const bool has = descriptor >= 0;
    if (!sendWithDescriptors(m_control, std::as_bytes(std::span(&message, 1)),
                             std::span(&descriptor, has ? 1U : 0U))) {
        ::_exit(0);
    }
}

} // namespace studio::runner
