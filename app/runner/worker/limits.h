#pragma once

#include "runner/protocol/messages.h"

namespace studio::runner {

/// Bounds this process before it runs what it was given. Limits: cpu_ms, memory, file_bytes, open_files,
/// processes; absent or 0: no bound. Memory is counted above what the process has already.
void applyLimits(const Json &limits);

/// What has to be true of the process whatever it runs: it dies with its parent, leaves no core file, has no
/// descriptors but its own, and its channel is not inherited by what it starts.
void settleProcess(int channelDescriptor);

} // namespace studio::runner
