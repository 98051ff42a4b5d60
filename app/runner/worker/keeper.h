#pragma once

#include <sys/types.h>

namespace studio::runner {

/// What a keeper tells its server, in memory that both share.
struct KeeperSlot
{
    enum State : int { Starting, Kept, Ended, NoRoot };

    volatile int state = Starting;
    volatile int status = 0; ///< Of the kept process, as waitpid() gives it. Set before Ended.
    char why[256] = {}; ///< Set when NoRoot.
};

/// Blocks what a keeper waits for. Before it forks, so that no signal is lost between.
void blockKeeperSignals();

/// In the process that is run: all signals as a new process has them.
void unblockSignals();

/// Stays beside one process until it has ended: passes an interrupt on to it and its group, ends it and all
/// that it started on request, and collects what it left behind. Runs no learner's code, and can't be reached
/// by any. `first`: it is process 1 of a namespace, and its own end is the end of everything in it.
///
/// Says so in `slot` and on `over`, an eventfd, when nothing is left but itself: what its own end takes
/// along, a whole root, lasts longer than anybody wants to wait for a program that was stopped.
[[noreturn]] void keep(pid_t kept, bool first, KeeperSlot &slot, int over);

} // namespace studio::runner
