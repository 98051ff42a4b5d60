#pragma once

#include "runner/host/launcher.h"

#include <array>

namespace studio::runner {

/// A worker's ends of its channel and standard streams, and the host's.
struct WorkerPipes
{
    LaunchedWorker::Ends host; ///< Not blocking.
    std::array<int, 4> worker{-1, -1, -1, -1}; ///< Channel, input, output, error. All are close-on-exec.

    static WorkerPipes make(); ///< `host.channel` is -1 when the system has no more descriptors.
    void closeWorkerEnds();
    void closeHostEnds();
};

} // namespace studio::runner
