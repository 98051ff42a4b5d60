#include "worker/sandbox/policy.h"

namespace studio::runner {

SandboxPolicy sandboxPolicyFrom(const Json &start)
{
    SandboxPolicy policy;
    const auto found = start.find("sandbox");
    if (found == start.end() || !found->is_object()) {
        return policy;
    }
    policy.check = flagField(*found, "check", true);
    policy.network = flagField(*found, "network") && !policy.check;
    policy.throwAway = flagField(*found, "throw_away", true);
    policy.folder = textField(*found, "folder");
    policy.scratch = textField(*found, "scratch");
    policy.allFilesBytes = numberField(*found, "all_files");
    if (const auto readable = found->find("readable"); readable != found->end() && readable->is_array()) {
        for (const Json &each : *readable) {
            if (each.is_string()) {
                policy.readable.push_back(each.get<std::string>());
            }
        }
    }
    return policy;
}

} // namespace studio::runner
