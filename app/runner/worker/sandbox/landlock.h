#pragma once

#include <string>
#include <vector>

#include "worker/sandbox/policy.h"

namespace studio::runner {

/// The version of Landlock that the running kernel has; 0: none, or switched off.
int landlockVersion();

/// Rules on what a run may reach, made in two steps: what is the same for every run ahead of it.
///
/// Only the thread that restricts itself, and what it starts later, is bounded: no other may be there.
class LandlockRules final
{
public:
    LandlockRules() = default;
    LandlockRules(const LandlockRules &) = delete;
    LandlockRules &operator=(const LandlockRules &) = delete;
    ~LandlockRules();

    /// System folders to read, `libraries` too. `ownRoot`: /tmp, /proc and /dev/shm are the run's own.
    /// `network`: TCP is not bounded. False when the kernel has no Landlock; nothing is bounded then.
    bool prepare(const std::vector<std::string> &libraries, bool ownRoot, bool network);

    /// The working folder to write, more to read; and from here on nothing else. Needs no-new-privileges.
    bool restrict(const SandboxPolicy &policy);

private:
    void allow(const std::string &path, unsigned long long access) const;
    unsigned long long all() const; ///< Everything one may do in a folder of one's own.

    int m_ruleset = -1;
    unsigned long long m_known = 0; ///< Rights that this kernel knows.
};

} // namespace studio::runner
