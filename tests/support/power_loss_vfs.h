#pragma once

struct sqlite3;

namespace studio::test {

/// While it lives, SQLite's file calls go through it, and the power can fail at any of them: then nothing is
/// written any more, and what the files have afterwards is what was flushed, and of each 512 byte sector that
/// was written since, the older or the newer bytes, by chance. A file that was made or removed since may be
/// there or not.
///
/// Only one at a time, for files that nothing else writes to. A sector does not change but by being written
/// to, as SQLite takes for granted too (SQLITE_IOCAP_POWERSAFE_OVERWRITE).
class PowerLossVfs final
{
public:
    PowerLossVfs();
    ~PowerLossVfs();
    PowerLossVfs(const PowerLossVfs &) = delete;
    PowerLossVfs &operator=(const PowerLossVfs &) = delete;

    /// The power fails at the `call`-th write, flush or removal from now on, from 1. `seed`: of the chance.
    void failAt(int call, unsigned seed);
    void failNow();
    bool hasFailed() const;
    int flushes() const; ///< Since the last start.

    /// Puts what the disk has into the files, when all connections are closed.
    void start();

    /// The connection that was last opened to a file of this name. Only while it is open.
    sqlite3 *connectionTo(const char *fileName) const;
};

} // namespace studio::test
