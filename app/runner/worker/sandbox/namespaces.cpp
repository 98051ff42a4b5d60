#include "worker/sandbox/namespaces.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <linux/mount.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "worker/sandbox/system_paths.h"

namespace studio::runner {

namespace fs = std::filesystem;

namespace {

// /sys is there on every Linux, and no program's folder ever lies below it.
constexpr const char *kMount = "/sys";
constexpr const char *kOldRoot = "/.machine";
constexpr const char *kProgramFiles = "size=512m,nr_inodes=50000,mode=0755";
constexpr const char *kCheckFiles = "size=64m,nr_inodes=4000,mode=0755";

bool writeFile(const char *path, const std::string &text)
{
    const int descriptor = ::open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(descriptor);
    return written;
}

/// This user stays this user: no new rights over files, only a name in the new namespace.
bool mapUser(uid_t user, gid_t group)
{
    writeFile("/proc/self/setgroups", "deny"); // not there before Linux 3.19, and not needed then
    return writeFile("/proc/self/uid_map", std::to_string(user) + ' ' + std::to_string(user) + " 1\n")
        && writeFile("/proc/self/gid_map", std::to_string(group) + ' ' + std::to_string(group) + " 1\n");
}

void makeMountPoint(const fs::path &source, const fs::path &target)
{
    std::error_code ignored;
    if (fs::is_directory(source, ignored)) {
        fs::create_directories(target, ignored);
    } else {
        fs::create_directories(target.parent_path(), ignored);
        ::close(::open(target.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    }
}

bool makeReadOnly(const char *path)
{
    mount_attr attributes{};
    attributes.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID;
    if (::syscall(SYS_mount_setattr, AT_FDCWD, path, AT_RECURSIVE, &attributes, sizeof attributes) == 0) {
        return true;
    }
    return ::mount(nullptr, path, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID, nullptr) == 0;
}

/// In a network of one's own: a server and a client in one program find each other.
void switchLoopbackOn()
{
    const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq loopback{};
    std::strcpy(loopback.ifr_name, "lo");
    if (any >= 0 && ::ioctl(any, SIOCGIFFLAGS, &loopback) == 0) {
        loopback.ifr_flags = static_cast<short>(loopback.ifr_flags | IFF_UP);
        ::ioctl(any, SIOCSIFFLAGS, &loopback);
    }
    ::close(any);
}

} // namespace

int PrivateRoot::cloneFlags(bool network, bool withProcesses)
{
    return CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWIPC | (network ? 0 : CLONE_NEWNET)
        | (withProcesses ? CLONE_NEWPID : 0);
}

bool PrivateRoot::failed(const std::string &step)
{
    m_why = step + ": " + std::strerror(errno);
    return false;
}

bool PrivateRoot::bindPath(const std::string &source, const std::string &target, bool readOnly)
{
    makeMountPoint(source, target);
    return ::mount(source.c_str(), target.c_str(), nullptr, MS_BIND | MS_REC, nullptr) == 0
        && (!readOnly || makeReadOnly(target.c_str()));
}

PrivateRoot::PrivateRoot()
    : m_user(::geteuid())
    , m_group(::getegid())
{
}

bool PrivateRoot::prepare(const RunFlavour &flavour, bool withProcesses,
                          const std::vector<std::string> &libraries)
{
    m_ownProcesses = withProcesses;
    if (!mapUser(m_user, m_group)) {
        return failed("mapping the user");
    }
    if (!flavour.network) {
        switchLoopbackOn();
    }
    return makeRoot(flavour.check, withProcesses, libraries);
}

bool PrivateRoot::makeRoot(bool check, bool withProcesses, const std::vector<std::string> &libraries)
{
    const std::string root(kMount);
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        return failed("private mounts");
    }
    if (::mount("studio", kMount, "tmpfs", MS_NOSUID | MS_NODEV, check ? kCheckFiles : kProgramFiles) != 0) {
        return failed("a root in memory");
    }
    std::error_code error;
    for (const char *each : systemFolders()) {
        if (fs::is_symlink(each, error)) {
            fs::create_symlink(fs::read_symlink(each, error), root + each, error);
        } else if (fs::exists(each, error) && !bindPath(each, root + each, true)) {
            return failed(each);
        }
    }
    for (const char *each : systemSettings()) {
        if (fs::exists(each, error) && !bindPath(each, root + each, true)) {
            return failed(each);
        }
    }
    for (const char *each : systemDevices()) {
        if (fs::exists(each, error) && !bindPath(each, root + each, false)) {
            return failed(each);
        }
    }
    for (const std::string &each : libraries) {
        if (fs::exists(each, error) && !each.starts_with("/usr/") && !bindPath(each, root + each, true)) {
            return failed(each);
        }
    }
    for (const char *each : {"/tmp", "/dev/shm", "/proc"}) {
        fs::create_directories(root + each, error);
    }
    ::chmod((root + "/tmp").c_str(), 01777);
    ::chmod((root + "/dev/shm").c_str(), 01777);
    fs::create_symlink("/proc/self/fd", root + "/dev/fd", error);
    if (withProcesses) {
        // Only the run's own processes, and nothing of the kernel's switches. Containers may forbid it; then
        // there is no /proc, which programs live with.
        ::mount("proc", (root + "/proc").c_str(), "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, "subset=pid");
    }
    fs::create_directories(root + kOldRoot, error);
    if (::syscall(SYS_pivot_root, kMount, (root + kOldRoot).c_str()) != 0 || ::chdir("/") != 0) {
        return failed("a root of its own");
    }
    m_prepared = true;
    return true;
}

bool PrivateRoot::enter(const SandboxPolicy &policy)
{
    const std::string machine(kOldRoot);
    std::error_code error;
    for (const std::string &each : policy.readable) {
        if (!each.starts_with("/usr/") && fs::exists(machine + each, error)
            && !bindPath(machine + each, each, true)) {
            return failed(each);
        }
    }
    fs::create_directories(policy.scratch, error); // its own, in its own /tmp
    if (policy.throwAway) {
        fs::create_directories(policy.folder, error);
        fs::copy(machine + policy.folder, policy.folder,
                 fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
        if (error) {
            m_why = "the working folder: " + error.message();
            return false;
        }
    } else if (!bindPath(machine + policy.folder, policy.folder, false)) {
        return failed("the working folder");
    }
    if (::umount2(kOldRoot, MNT_DETACH) != 0) {
        return failed("leaving the machine's root");
    }
    ::rmdir(kOldRoot);
    return true;
}

} // namespace studio::runner
