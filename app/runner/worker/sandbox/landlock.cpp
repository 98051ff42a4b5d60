#include "worker/sandbox/landlock.h"

#include <algorithm>
#include <cstdint>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "worker/sandbox/system_paths.h"

namespace studio::runner {

namespace {

// Debian 12's header ends with version 3; the numbers are the kernel's documentation's.
constexpr std::uint64_t kTruncate = 1ULL << 14; // version 3
constexpr std::uint64_t kDeviceControl = 1ULL << 15; // version 5
constexpr std::uint64_t kTcp = 3; // bind and connect, version 4
constexpr std::uint64_t kScopes = 3; // abstract sockets and signals, version 6

struct RulesetAttributes // struct landlock_ruleset_attr of version 6
{
    std::uint64_t files;
    std::uint64_t network;
    std::uint64_t scopes;
};

constexpr std::uint64_t kReadOnly
    = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kFile = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
    | LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate | kDeviceControl;
constexpr std::uint64_t kFirstVersion = (1ULL << 13) - 1;

std::uint64_t knownFiles(int version)
{
    std::uint64_t known = kFirstVersion;
    known |= version >= 2 ? LANDLOCK_ACCESS_FS_REFER : 0;
    known |= version >= 3 ? kTruncate : 0;
    known |= version >= 5 ? kDeviceControl : 0;
    return known;
}

} // namespace

int landlockVersion()
{
    return std::max(0,
                    static_cast<int>(
                        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION)));
}

LandlockRules::~LandlockRules()
{
    if (m_ruleset >= 0) {
        ::close(m_ruleset);
    }
}

void LandlockRules::allow(const std::string &path, unsigned long long access) const
{
    const int target = path.empty() ? -1 : ::open(path.c_str(), O_PATH | O_CLOEXEC);

    struct stat info
    {
    };

    if (target < 0 || ::fstat(target, &info) != 0) {
        return; // what is not there needs no permission
    }
    landlock_path_beneath_attr rule{};
    rule.allowed_access = access & m_known & (S_ISDIR(info.st_mode) ? ~0ULL : kFile);
    rule.parent_fd = target;
    ::syscall(SYS_landlock_add_rule, m_ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(target);
}

unsigned long long LandlockRules::all() const
{
    return m_known & ~(kDeviceControl | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_CHAR);
}

bool LandlockRules::prepare(const std::vector<std::string> &libraries, bool ownRoot, bool network)
{
    const int version = landlockVersion();
    if (version == 0) {
        return false;
    }
    m_known = knownFiles(version);
    RulesetAttributes attributes{m_known, version >= 4 && !network ? kTcp : 0, version >= 6 ? kScopes : 0};
    const std::size_t size = version >= 6 ? sizeof attributes : version >= 4 ? 16 : 8;
    m_ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
    for (const char *each : systemFolders()) {
        allow(each, kReadOnly);
    }
    for (const char *each : systemSettings()) {
        allow(each, kReadOnly);
    }
    for (const char *each : systemDevices()) {
        allow(each, kFile);
    }
    for (const std::string &each : libraries) {
        allow(each, kReadOnly);
    }
    constexpr auto kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    if (ownRoot) {
        allow("/", LANDLOCK_ACCESS_FS_READ_DIR); // nothing of the machine's is in it
        allow("/tmp", all());
        allow("/dev/shm", all());
        allow("/proc", kRead | LANDLOCK_ACCESS_FS_WRITE_FILE);
    } else {
        allow("/proc/self", kRead);
    }
    return m_ruleset >= 0;
}

bool LandlockRules::restrict(const SandboxPolicy &policy)
{
    for (const std::string &each : policy.readable) {
        allow(each, kReadOnly);
    }
    allow(policy.folder, all());
    allow(policy.scratch, all());
    const bool restricted = m_ruleset >= 0 && ::syscall(SYS_landlock_restrict_self, m_ruleset, 0) == 0;
    ::close(m_ruleset); // the run has no descriptor but its own
    m_ruleset = -1;
    return restricted;
}

} // namespace studio::runner
