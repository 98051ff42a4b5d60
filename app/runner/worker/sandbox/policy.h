#pragma once

#include "runner/protocol/messages.h"

#include <compare>
#include <string>
#include <vector>

namespace studio::runner {

/// What a run may reach. Written by the host in the start message's `sandbox` object: check, network, folder,
/// throw_away, scratch, readable, all_files. Anything that is missing is the stricter choice.
struct SandboxPolicy
{
    bool check = true; ///< Else a learner's own program.
    bool network = false; ///< Programs only.
    bool throwAway = true; ///< The folder is a copy's source, and nothing written is kept.
    std::string folder; ///< Absolute; where the program works.
    std::string scratch; ///< Absolute; for temporary files where /tmp can't be the run's own. May be empty.
    std::vector<std::string> readable; ///< More folders to read from: libraries of a project.
    long long allFilesBytes = 0; ///< Of all files in memory together; 0: a default.
};

SandboxPolicy sandboxPolicyFrom(const Json &start);

/// What must be known of a run before anything is prepared for it.
struct RunFlavour
{
    bool check = true;
    bool network = false;

    auto operator<=>(const RunFlavour &) const = default;
};

/// The layers, each of which holds by itself what it can. Any may be missing on a machine, and is left out by
/// name (`--without=`) to show what the others hold.
struct SandboxLayers
{
    bool namespaces = true; ///< User, mount, process, IPC and network namespaces, with a root of its own.
    bool landlock = true; ///< Which files; TCP; signals to others.
    bool seccomp = true; ///< Which system calls.
    bool limits = true; ///< rlimits, capabilities dropped.
};

} // namespace studio::runner
