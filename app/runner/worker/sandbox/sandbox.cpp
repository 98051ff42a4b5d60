#include "worker/sandbox/sandbox.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "worker/limits.h"

namespace studio::runner {

namespace {

/// No privilege can be won back by starting another program. Those of now stay until they are dropped.
void boundCapabilities()
{
    for (unsigned long capability = 0; capability <= 63; ++capability) {
        if (::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0) {
            return; // not root, or past the last one
        }
    }
}

/// No privilege, also for root.
bool dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2] = {};
    return ::syscall(SYS_capset, &header, none) == 0;
}

} // namespace

SandboxLayers layersWithout(const std::string &names)
{
    SandboxLayers layers;
    const auto named = [&names](const char *name) { return names.find(name) != std::string::npos; };
    layers.namespaces = !named("namespaces");
    layers.landlock = !named("landlock");
    layers.seccomp = !named("seccomp");
    layers.limits = !named("limits");
    return layers;
}

Sandbox::Sandbox(SandboxLayers layers)
    : m_layers(layers)
{
    m_report = {{"namespaces", false}, {"landlock", 0}, {"seccomp", false}, {"limits", false}};
}

void Sandbox::compileFilters()
{
    if (m_layers.seccomp && m_check.isEmpty()) {
        m_check = SyscallFilter::compile(SyscallFilter::Kind::Check, m_layers.namespaces);
        m_program = SyscallFilter::compile(SyscallFilter::Kind::Program, m_layers.namespaces);
        m_networked = SyscallFilter::compile(SyscallFilter::Kind::ProgramWithNetwork, m_layers.namespaces);
    }
}

void Sandbox::giveUpNamespaces(const std::string &why)
{
    m_layers.namespaces = false;
    m_report["namespaces_why"] = why;
    m_check = m_program = m_networked = {};
}

bool Sandbox::prepareRoot(const RunFlavour &flavour, bool withProcesses)
{
    return m_root.prepare(flavour, withProcesses, m_libraries);
}

void Sandbox::prepareProcess(const RunFlavour &flavour)
{
    m_flavour = flavour;
    if (m_layers.limits) {
        boundCapabilities();
    }
    if (m_layers.landlock) {
        // A network of its own needs no rule on TCP, and has its loopback.
        m_filesReady = m_files.prepare(m_libraries, m_root.isActive(), flavour.network || m_root.isActive());
    }
}

void Sandbox::filterCalls(const SandboxPolicy &policy)
{
    compileFilters();
    const SyscallFilter &filter = policy.check ? m_check : policy.network ? m_networked : m_program;
    // The narrower one first: the other may forbid to load any more.
    const bool alone = m_root.hasOwnProcesses() || !policy.check || restrictSignalsToSelf();
    m_report["seccomp"] = filter.load() && alone;
}

bool Sandbox::enter(const SandboxPolicy &policy, const Json &limits, std::string &why)
{
    if (policy.check != m_flavour.check || policy.network != m_flavour.network) {
        why = "it was prepared for another kind of run";
        return false;
    }
    if (m_root.isActive()) {
        if (!m_root.enter(policy)) {
            why = m_root.why();
            return false;
        }
        m_report["namespaces"] = true;
    }
    if (!policy.folder.empty() && ::chdir(policy.folder.c_str()) != 0) {
        why = "the working folder can't be entered";
        return false;
    }
    const bool unprivileged = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    if (m_layers.limits) {
        m_report["limits"] = dropCapabilities() && unprivileged;
        applyLimits(limits);
    }
    if (m_filesReady && m_files.restrict(policy)) {
        m_report["landlock"] = landlockVersion();
    }
    if (m_layers.seccomp) {
        filterCalls(policy);
    }
    return true;
}

} // namespace studio::runner
