#pragma once

#include "domain/sandbox_report.h"

namespace studio::text {

/// One sentence on what holds the programs that are run: all there is, or what is missing and what that
/// means.
QString sandboxSentence(const SandboxReport &report);

/// The layers by name, for a report: `namespaces, landlock 7, seccomp, limits; missing: …`
QString sandboxSummary(const SandboxReport &report);

} // namespace studio::text
