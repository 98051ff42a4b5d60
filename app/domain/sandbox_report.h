#pragma once

#include <QString>

#include <vector>

namespace studio {

/// One of the layers that hold a program, as it was found by trying.
struct SandboxLayer
{
    QString name; ///< `namespaces`, `landlock`, `seccomp`, `limits`
    bool active = false;
    QString detail; ///< Why it is not active, or which version is; may be empty.
};

/// What held the last worker that was started. Empty until one was.
struct SandboxReport
{
    std::vector<SandboxLayer> layers;

    bool isComplete() const
    {
        for (const SandboxLayer &layer : layers) {
            if (!layer.active) {
                return false;
            }
        }
        return true;
    }
};

} // namespace studio
