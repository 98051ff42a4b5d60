#include "worker/sandbox/syscall_filter.h"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "worker/sandbox/syscall_lists.h"

namespace studio::runner {

namespace {

constexpr unsigned kNewNamespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC
    | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;
constexpr int kLinuxConsole = 0x541C; // TIOCLINUX, in no header that C++ may include beside the others

/// A libseccomp context with its few words made shorter. A call that this machine's kind does not have is no
/// error: it can't be made either.
class Rules final
{
public:
    explicit Rules(std::uint32_t otherwise)
        : m_context(seccomp_init(otherwise))
    {
        if (m_context) {
            seccomp_attr_set(m_context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
            seccomp_attr_set(m_context, SCMP_FLTATR_CTL_OPTIMIZE,
                             2); // a tree: no call waits for the whole list
        }
    }

    Rules(const Rules &) = delete;
    Rules &operator=(const Rules &) = delete;

    ~Rules()
    {
        if (m_context) {
            seccomp_release(m_context);
        }
    }

    template<typename... Conditions>
    void add(std::uint32_t action, const char *call, Conditions... conditions)
    {
        const int number = seccomp_syscall_resolve_name(call);
        if (m_context && number >= 0) {
            seccomp_rule_add(m_context, action, number, sizeof...(conditions), conditions...);
        }
    }

    template<typename... Conditions>
    void allow(const char *call, Conditions... conditions)
    {
        add(SCMP_ACT_ALLOW, call, conditions...);
    }

    template<typename... Conditions>
    void refuse(const char *call, Conditions... conditions)
    {
        add(SCMP_ACT_ERRNO(EPERM), call, conditions...);
    }

    std::vector<sock_filter> code() const
    {
        std::vector<sock_filter> code;
        const int file = ::memfd_create("filter", MFD_CLOEXEC);
        if (m_context && file >= 0 && seccomp_export_bpf(m_context, file) == 0) {
            const off_t size = ::lseek(file, 0, SEEK_END);
            code.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
            if (::pread(file, code.data(), static_cast<std::size_t>(size), 0) != size) {
                code.clear();
            }
        }
        ::close(file);
        return code;
    }

private:
    scmp_filter_ctx m_context;
};

void addCheck(Rules &rules, bool ownRoot)
{
    // A file's mode and times can be changed wherever a path leads, and Landlock does not look at it: without
    // a root of its own a check is told that it was done.
    for (const char *call : kAboutFiles) {
        rules.add(ownRoot ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(0), call);
    }
    for (const char *call : kCheckCalls) {
        rules.allow(call);
    }
    for (const char *call : kCheckRefused) {
        rules.refuse(call);
    }
    rules.allow("clone", SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    rules.refuse("clone", SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    rules.allow("socketpair", SCMP_A0(SCMP_CMP_EQ, AF_UNIX));
    rules.allow("ioctl", SCMP_A1(SCMP_CMP_EQ, FIONBIO));
    rules.allow("ioctl", SCMP_A1(SCMP_CMP_EQ, FIONREAD));
    rules.allow("ioctl", SCMP_A1(SCMP_CMP_EQ, FIOCLEX));
    rules.allow("ioctl", SCMP_A1(SCMP_CMP_EQ, FIONCLEX));
    rules.allow("ioctl", SCMP_A1(SCMP_CMP_EQ, TCGETS));
    rules.allow("ioctl", SCMP_A1(SCMP_CMP_EQ, TIOCGWINSZ));
    rules.allow("prctl", SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
    rules.allow("prctl", SCMP_A0(SCMP_CMP_EQ, PR_GET_NAME));
    rules.allow("prctl", SCMP_A0(SCMP_CMP_EQ, PR_SET_VMA)); // names of memory, which malloc may give
    rules.allow("prlimit64", SCMP_A0(SCMP_CMP_EQ, 0));
    rules.allow("mknodat", SCMP_A2(SCMP_CMP_MASKED_EQ, S_IFMT, S_IFIFO));
    rules.allow("mknod", SCMP_A1(SCMP_CMP_MASKED_EQ, S_IFMT, S_IFIFO));
}

void addProgram(Rules &rules, bool network, bool ownRoot)
{
    for (const char *call : kProgramRefused) {
        rules.refuse(call);
    }
    for (unsigned flag = 1U << 7; flag != 0; flag <<= 1) {
        if (kNewNamespaces & flag) {
            rules.refuse("clone", SCMP_A0(SCMP_CMP_MASKED_EQ, flag, flag));
        }
    }
    // Its flags lie in memory, where no filter can look; the C library then takes clone().
    rules.add(SCMP_ACT_ERRNO(ENOSYS), "clone3");
    rules.refuse("ioctl", SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffU, TIOCSTI)); // typing into a terminal
    rules.refuse("ioctl", SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffU, kLinuxConsole));
    rules.refuse("personality", SCMP_A0(SCMP_CMP_NE, 0xffffffffU));
    for (const char *call : {"mknod", "mknodat"}) {
        const unsigned mode = call[5] == '\0' ? 1 : 2;
        rules.refuse(call, scmp_arg_cmp{mode, SCMP_CMP_MASKED_EQ, S_IFMT, S_IFCHR});
        rules.refuse(call, scmp_arg_cmp{mode, SCMP_CMP_MASKED_EQ, S_IFMT, S_IFBLK});
    }
    // Families of sockets: AF_UNIX 1, AF_INET 2, AF_INET6 10, AF_NETLINK 16; everything else never.
    const auto between = [&rules](int above, int below) {
        for (int family = above + 1; family < below; ++family) {
            rules.refuse("socket", SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family)));
        }
    };
    rules.refuse("socket", SCMP_A0(SCMP_CMP_EQ, 0));
    between(AF_INET, AF_INET6);
    between(AF_INET6, AF_NETLINK);
    rules.refuse("socket", SCMP_A0(SCMP_CMP_GT, AF_NETLINK));
    rules.refuse("socket", SCMP_A1(SCMP_CMP_MASKED_EQ, 0xf, SOCK_RAW), SCMP_A0(SCMP_CMP_LT, AF_NETLINK));
    rules.refuse("socket", SCMP_A0(SCMP_CMP_EQ, AF_NETLINK), SCMP_A2(SCMP_CMP_NE, 0)); // routes alone
    if (!ownRoot) { // a path or a name leads to other programs: the session bus, the display, a key agent
        rules.refuse("socket", SCMP_A0(SCMP_CMP_EQ, AF_UNIX));
        if (!network) {
            rules.refuse("socket", SCMP_A0(SCMP_CMP_EQ, AF_INET));
            rules.refuse("socket", SCMP_A0(SCMP_CMP_EQ, AF_INET6));
        }
    }
}

bool loadFilter(const std::vector<sock_filter> &code)
{
    const sock_fprog program{static_cast<unsigned short>(code.size()),
                             const_cast<sock_filter *>(code.data())};
    return !code.empty()
        && ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

} // namespace

SyscallFilter SyscallFilter::compile(Kind kind, bool ownRoot)
{
    SyscallFilter filter;
    Rules rules(kind == Kind::Check ? SCMP_ACT_ERRNO(ENOSYS) : SCMP_ACT_ALLOW);
    if (kind == Kind::Check) {
        addCheck(rules, ownRoot);
    } else {
        addProgram(rules, kind == Kind::ProgramWithNetwork, ownRoot);
    }
    filter.m_code = rules.code();
    return filter;
}

bool SyscallFilter::load() const
{
    return loadFilter(m_code);
}

bool restrictSignalsToSelf()
{
    // By hand, since a libseccomp rule takes one condition on an argument only. The architecture was looked
    // at by the filter before.
    const auto self = static_cast<std::uint32_t>(::getpid());
    constexpr std::uint32_t kFirstArgument = offsetof(seccomp_data, args); // its lower half: little endian
    return loadFilter({
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_kill, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kFirstArgument),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0U - self, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    });
}

} // namespace studio::runner
