#pragma once

#include <string>
#include <vector>

#include "worker/sandbox/policy.h"

namespace studio::runner {

/// Namespaces with a root of its own, in two steps: what is the same for every run is made ahead; the run's
/// folders are put in when they are known. Both are done by a process with one thread.
class PrivateRoot final
{
public:
    PrivateRoot(); ///< Made before the namespaces are, while the user still has its number.

    /// Flags for clone() or unshare(). Without `network`, one of its own in which nothing else is.
    static int cloneFlags(bool network, bool withProcesses);

    /// In the new namespaces: maps this user to itself, and makes the root: system folders and settings
    /// read-only, an own /tmp, /dev and /proc. `libraries`: more folders, e.g. of a bundled Python. False
    /// with the reason in why(); the process must not go on then.
    bool prepare(const RunFlavour &flavour, bool withProcesses, const std::vector<std::string> &libraries);

    /// Puts the folders of a run in, and lets go of the machine's root.
    bool enter(const SandboxPolicy &policy);

    bool isActive() const { return m_prepared; }

    bool hasOwnProcesses() const { return m_ownProcesses; } ///< No other can be named, or signalled.

    const std::string &why() const { return m_why; }

private:
    bool failed(const std::string &step);
    bool bindPath(const std::string &source, const std::string &target, bool readOnly);
    bool makeRoot(bool check, bool withProcesses, const std::vector<std::string> &libraries);

    unsigned m_user;
    unsigned m_group;
    bool m_prepared = false;
    bool m_ownProcesses = false;
    std::string m_why;
};

} // namespace studio::runner
