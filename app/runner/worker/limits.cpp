#include "worker/limits.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace studio::runner {

namespace {

void bound(__rlimit_resource resource, long long soft, long long hard)
{
    if (soft > 0) {
        const rlimit limit{static_cast<rlim_t>(soft), static_cast<rlim_t>(hard)};
        ::setrlimit(resource, &limit);
    }
}

/// The address space this process has now, in bytes: the interpreter and its libraries.
long long addressSpace()
{
    std::array<char, 64> text{}; // without a stream, whose first use costs as much as all the limits
    const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    const ssize_t length = ::read(file, text.data(), text.size() - 1);
    ::close(file);
    return length > 0 ? std::strtoll(text.data(), nullptr, 10) * ::sysconf(_SC_PAGESIZE) : 0;
}

} // namespace

void applyLimits(const Json &limits)
{
    // RLIMIT_CPU counts whole seconds; a second later the kernel kills what ignored the signal.
    const long long cpu = (numberField(limits, "cpu_ms") + 999) / 1000;
    bound(RLIMIT_CPU, cpu, cpu + 1);
    if (const long long memory = numberField(limits, "memory"); memory > 0) {
        const long long all = addressSpace() + memory;
        bound(RLIMIT_AS, all, all);
    }
    const long long fileBytes = numberField(limits, "file_bytes");
    bound(RLIMIT_FSIZE, fileBytes, fileBytes);
    const long long files = numberField(limits, "open_files");
    bound(RLIMIT_NOFILE, files, files);
    const long long processes = numberField(limits, "processes");
    bound(RLIMIT_NPROC, processes, processes);
}

void settleProcess(int channelDescriptor)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::syscall(SYS_close_range, static_cast<unsigned>(channelDescriptor) + 1, ~0U, 0);
    ::fcntl(channelDescriptor, F_SETFD, FD_CLOEXEC);
    // A file that grows over its limit is an OSError to the program, as the documentation of Python's
    // `resource` has it.
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace studio::runner
