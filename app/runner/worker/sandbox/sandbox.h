#pragma once

#include <string>
#include <vector>

#include "worker/sandbox/landlock.h"
#include "worker/sandbox/namespaces.h"
#include "worker/sandbox/policy.h"
#include "worker/sandbox/syscall_filter.h"

namespace studio::runner {

/// All layers around one run, put on by its own process before any line of it: no root needed, and never to
/// be taken off again. What can be made ahead is made ahead.
class Sandbox final
{
public:
    explicit Sandbox(SandboxLayers layers);

    /// Folders that Python itself needs beside the system's: a bundle's library.
    void setLibraries(std::vector<std::string> libraries) { m_libraries = std::move(libraries); }

    void compileFilters(); ///< Ahead of any run; otherwise enter() does it.

    bool wantsNamespaces() const { return m_layers.namespaces; }

    /// Says that namespaces can't be had, and why.
    void giveUpNamespaces(const std::string &why);

    /// Namespaces and an own root, in a process that is to be used for one run, or for the parent of one.
    bool prepareRoot(const RunFlavour &flavour, bool withProcesses);

    /// What the process that is to run can do ahead, after its root.
    void prepareProcess(const RunFlavour &flavour);

    const std::string &whyNoRoot() const { return m_root.why(); }

    /// Everything else. False: the run must not begin; why is in the text.
    bool enter(const SandboxPolicy &policy, const Json &limits, std::string &why);

    /// {"namespaces": true, "landlock": 7, "seccomp": true, ...}: what is active, found by doing it.
    Json report() const { return m_report; }

private:
    void filterCalls(const SandboxPolicy &policy);

    SandboxLayers m_layers;
    std::vector<std::string> m_libraries;
    PrivateRoot m_root;
    LandlockRules m_files;
    RunFlavour m_flavour;
    bool m_filesReady = false;
    SyscallFilter m_check;
    SyscallFilter m_program;
    SyscallFilter m_networked;
    Json m_report = Json::object();
};

/// What `--without=a,b` leaves on.
SandboxLayers layersWithout(const std::string &names);

} // namespace studio::runner
