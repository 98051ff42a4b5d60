#pragma once

#include <linux/filter.h>
#include <vector>

namespace studio::runner {

/// Which system calls a run may make, compiled ahead: loading is then one call. The lists are in
/// syscall_lists.h with their reasons.
class SyscallFilter final
{
public:
    enum class Kind {
        Check, ///< A list of what is allowed: files, threads, time. No processes, no sockets but pairs.
        Program, ///< All but what reaches beyond the program, and no sockets but local ones.
        ProgramWithNetwork,
    };

    /// `ownRoot`: sockets with a path reach only the run's own. Empty on failure.
    static SyscallFilter compile(Kind kind, bool ownRoot);

    bool isEmpty() const { return m_code.empty(); }

    bool load() const; ///< For this process, its threads and its children. Needs no-new-privileges.

private:
    std::vector<sock_filter> m_code;
};

/// Where other processes can be seen: this process may signal itself and its group only. Loaded on top.
bool restrictSignalsToSelf();

} // namespace studio::runner
