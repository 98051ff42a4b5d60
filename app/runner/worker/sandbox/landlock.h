#pragma once

#include <string>
#include <vector>

#include "worker/sandbox/policy.h"

namespace studio::runner {

/// The version of Landlock that the running kernel has; 0: none, or switched off.
int landlockVersion();

/// From here on this process and its children reach only what `policy` lets them: system folders to read, the
/// working folder to write. Needs no-new-privileges. `ownRoot`: /tmp and /dev/shm are the run's own.
/// `ownNetwork`: nothing is on the network but the run itself.
/// False when the kernel has no Landlock or refuses; nothing is bounded then.
bool restrictByLandlock(const SandboxPolicy &policy, const std::vector<std::string> &libraries, bool ownRoot,
                        bool ownNetwork);

} // namespace studio::runner
