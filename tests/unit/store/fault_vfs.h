#pragma once

namespace studio::test {

/// While it lives, SQLite's file calls go through it: it counts them, and makes some fail.
///
/// Only one at a time. Calls that do not fail are the real ones, but for flushing, which is left out for
/// speed.
class FaultVfs final
{
public:
    /// Busy: another process has the lock; of the calls that take one only, which is all SQLite allows.
    enum class Kind { Input, DiskFull, Busy };

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    /// The `first`-th call from now on fails (from 1), and so do the `count`-1 after it. DiskFull: of the
    /// calls that write only.
    void failFrom(int first, int count, Kind kind);
    void heal();

    bool hasFailed() const;
};

} // namespace studio::test
