#include "domain/run.h"

namespace studio {

using namespace std::chrono_literals;

RunLimits RunLimits::forProgram()
{
    RunLimits limits;
    limits.memoryBytes = 2LL << 30;
    limits.outputBytes = 256LL << 20;
    limits.fileBytes = 1LL << 30;
    limits.openFiles = 512;
    limits.processes = 400;
    limits.allFilesBytes = 4LL << 30;
    return limits;
}

RunLimits RunLimits::forCheck()
{
    RunLimits limits;
    limits.cpu = 5s;
    limits.wall = 10s;
    limits.memoryBytes = 256LL << 20;
    limits.outputBytes = 1LL << 20;
    limits.fileBytes = 16LL << 20;
    limits.openFiles = 64;
    limits.allFilesBytes = 32LL << 20;
    return limits;
}

bool cameToItsEnd(const RunResult &result)
{
    return result.state == RunState::Finished && result.exitCode == 0 && !result.leftEarly;
}

} // namespace studio
