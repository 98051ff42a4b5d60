#include "worker/keeper.h"

#include "runner/protocol/launching.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <initializer_list>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace studio::runner {

namespace {

// RLIMIT_NPROC does not hold root; a flood of processes is ended by counting.
constexpr int kMostProcesses = 1000;
constexpr timespec kCountEvery{0, 200'000'000};

sigset_t keeperSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int each : {SIGINT, SIGTERM, SIGCHLD}) {
        sigaddset(&signals, each);
    }
    return signals;
}

/// Children of this process; as a subreaper it becomes the parent of every process whose own has gone.
void killChildren()
{
    char path[64];
    std::snprintf(path, sizeof path, "/proc/self/task/%d/children", ::getpid());
    const int list = ::open(path, O_RDONLY | O_CLOEXEC);
    char text[8192];
    const ssize_t length = list < 0 ? 0 : ::read(list, text, sizeof text - 1);
    ::close(list);
    text[length > 0 ? length : 0] = '\0';
    for (char *at = text; *at != '\0';) {
        const long pid = std::strtol(at, &at, 10);
        if (pid > 1) {
            ::kill(static_cast<pid_t>(pid), SIGKILL);
        }
        while (*at == ' ') {
            ++at;
        }
    }
}

void killAll(pid_t kept, bool first)
{
    if (first) {
        ::kill(-1, SIGKILL); // everything in the namespace but this process
    } else {
        ::kill(-kept, SIGKILL);
        killChildren();
    }
}

void closeAllBut(int descriptor)
{
    if (descriptor > 0) {
        ::syscall(SYS_close_range, 0U, static_cast<unsigned>(descriptor) - 1, 0);
    }
    ::syscall(SYS_close_range, static_cast<unsigned>(descriptor) + 1, ~0U, 0);
}

bool tooManyProcesses()
{
    int count = 0;
    if (DIR *processes = ::opendir("/proc")) {
        while (const dirent *entry = ::readdir(processes)) {
            count += entry->d_name[0] >= '1' && entry->d_name[0] <= '9' ? 1 : 0;
        }
        ::closedir(processes);
    }
    return count > kMostProcesses;
}

} // namespace

void blockKeeperSignals()
{
    const sigset_t signals = keeperSignals();
    sigprocmask(SIG_BLOCK, &signals, nullptr);
}

void unblockSignals()
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

void keep(pid_t kept, bool first, KeeperSlot &slot, int over)
{
    closeAllBut(over);
    ::prctl(PR_SET_NAME, "studio-keeper");
    ::prctl(PR_SET_DUMPABLE, 0); // no process of this user can look into it
    slot.state = KeeperSlot::Kept;
    const sigset_t signals = keeperSignals();
    const bool counts = first && ::geteuid() == 0;
    bool ended = false;
    for (;;) {
        const int signal = counts && !ended ? sigtimedwait(&signals, nullptr, &kCountEvery)
                                            : sigwaitinfo(&signals, nullptr);
        if (signal == SIGINT) {
            ::kill(-kept, SIGINT);
            ::kill(kept, probeSignal());
        } else if (signal == SIGTERM || (signal < 0 && errno == EAGAIN && tooManyProcesses())) {
            killAll(kept, first);
        }
        int status = 0;
        pid_t gone = 0;
        while ((gone = ::waitpid(-1, &status, WNOHANG)) > 0) {
            if (gone == kept) {
                slot.status = status;
                ended = true;
            }
        }
        if (ended && gone < 0) { // no child is left
            slot.state = KeeperSlot::Ended;
            ::eventfd_write(over, 1);
            ::_exit(0);
        }
        if (ended) {
            killAll(kept, first);
        }
    }
}

} // namespace studio::runner
