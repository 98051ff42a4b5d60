#include "sync/auth/os_lock.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace studio::sync {

#ifdef _WIN32

OsLock::Outcome OsLock::tryTake(const std::filesystem::path &file)
{
    if (m_handle == nullptr) {
        const HANDLE handle
            = ::CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                            nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
        if (handle == INVALID_HANDLE_VALUE) {
            return Outcome::Failed;
        }
        m_handle = handle;
    }
    OVERLAPPED from{};
    if (::LockFileEx(m_handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &from) != 0) {
        return Outcome::Taken;
    }
    const DWORD error = ::GetLastError();
    return error == ERROR_LOCK_VIOLATION || error == ERROR_IO_PENDING ? Outcome::HeldElsewhere
                                                                      : Outcome::Failed;
}

void OsLock::release()
{
    if (m_handle != nullptr) {
        ::CloseHandle(m_handle); // and with it the lock
        m_handle = nullptr;
    }
}

#else

OsLock::Outcome OsLock::tryTake(const std::filesystem::path &file)
{
    if (m_descriptor < 0) {
        m_descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_descriptor < 0) {
            return Outcome::Failed;
        }
    }
    // flock() and not fcntl(): that one is the process's, and gone when any handle of the file is closed.
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) {
        return Outcome::Taken;
    }
    return errno == EWOULDBLOCK || errno == EINTR ? Outcome::HeldElsewhere : Outcome::Failed;
}

void OsLock::release()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

#endif

} // namespace studio::sync
