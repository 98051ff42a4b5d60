#pragma once

#include <filesystem>

namespace studio::sync {

/// A lock of the operating system on a file: held by one handle at a time over all processes of this
/// computer, and released by the kernel when its process dies, however it dies. It is never "stale", so
/// nobody may take it away: QLockFile steals after 30 s and trusts process ids.
///
/// No Qt here: the Windows half is compiled by a test without it.
class OsLock
{
public:
    enum class Outcome { Taken, HeldElsewhere, Failed };

    OsLock() = default;

    ~OsLock() { release(); }

    OsLock(const OsLock &) = delete;
    OsLock &operator=(const OsLock &) = delete;

    /// Makes the file when there is none. Does not wait.
    Outcome tryTake(const std::filesystem::path &file);
    void release();

private:
#ifdef _WIN32
    void *m_handle = nullptr;
#else
    int m_descriptor = -1;
#endif
};

} // namespace studio::sync
