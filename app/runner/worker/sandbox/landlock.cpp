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

class Ruleset final
{
public:
    Ruleset(int version, bool network)
        : m_known(knownFiles(version))
    {
        RulesetAttributes attributes{m_known, version >= 4 && !network ? kTcp : 0,
                                     version >= 6 ? kScopes : 0};
        const std::size_t size = version >= 6 ? sizeof attributes : version >= 4 ? 16 : 8;
        m_descriptor = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
    }

    Ruleset(const Ruleset &) = delete;
    Ruleset &operator=(const Ruleset &) = delete;

    ~Ruleset()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }

    void allow(const std::string &path, std::uint64_t access) const
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
        ::syscall(SYS_landlock_add_rule, m_descriptor, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
        ::close(target);
    }

    bool restrictSelf() const
    {
        return m_descriptor >= 0 && ::syscall(SYS_landlock_restrict_self, m_descriptor, 0) == 0;
    }

    std::uint64_t all() const
    {
        return m_known & ~kDeviceControl & ~LANDLOCK_ACCESS_FS_MAKE_BLOCK & ~LANDLOCK_ACCESS_FS_MAKE_CHAR;
    }

private:
    std::uint64_t m_known;
    int m_descriptor = -1;
};

} // namespace

int landlockVersion()
{
    return std::max(0,
                    static_cast<int>(
                        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION)));
}

bool restrictByLandlock(const SandboxPolicy &policy, const std::vector<std::string> &libraries, bool ownRoot,
                        bool ownNetwork)
{
    const int version = landlockVersion();
    if (version == 0) {
        return false;
    }
    const Ruleset rules(version, policy.network || ownNetwork);
    for (const char *each : systemFolders()) {
        rules.allow(each, kReadOnly);
    }
    for (const char *each : systemSettings()) {
        rules.allow(each, kReadOnly);
    }
    for (const char *each : systemDevices()) {
        rules.allow(each, kFile);
    }
    rules.allow("/dev/fd", LANDLOCK_ACCESS_FS_READ_DIR);
    for (const auto &list : {libraries, policy.readable}) {
        for (const std::string &each : list) {
            rules.allow(each, kReadOnly);
        }
    }
    rules.allow(policy.folder, rules.all());
    rules.allow(policy.scratch, rules.all());
    if (ownRoot) {
        rules.allow("/", LANDLOCK_ACCESS_FS_READ_DIR); // nothing of the machine's is in it
        rules.allow("/tmp", rules.all());
        rules.allow("/dev/shm", rules.all());
        rules.allow("/proc",
                    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR
                        | LANDLOCK_ACCESS_FS_WRITE_FILE);
    } else {
        rules.allow("/proc/self", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR);
    }
    return rules.restrictSelf();
}

} // namespace studio::runner
