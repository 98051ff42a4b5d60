#pragma once

#include <memory>
#include <string>
#include <vector>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

namespace studio::runner {

/// Closes a handle when it goes.
class OwnedHandle final
{
public:
    OwnedHandle() = default;

    explicit OwnedHandle(HANDLE handle)
        : m_handle(handle)
    {
    }

    OwnedHandle(OwnedHandle &&other) noexcept
        : m_handle(other.release())
    {
    }

    OwnedHandle &operator=(OwnedHandle &&other) noexcept
    {
        if (this != &other) {
            close();
            m_handle = other.release();
        }
        return *this;
    }

    ~OwnedHandle() { close(); }

    HANDLE get() const { return m_handle; }

    HANDLE *address() { return &m_handle; }

    bool isValid() const { return m_handle != nullptr && m_handle != INVALID_HANDLE_VALUE; }

private:
    HANDLE release()
    {
        HANDLE handle = m_handle;
        m_handle = nullptr;
        return handle;
    }

    void close()
    {
        if (isValid()) {
            ::CloseHandle(m_handle);
        }
        m_handle = nullptr;
    }

    HANDLE m_handle = nullptr;
};

/// What a process on Windows is started with. All sizes in bytes, times in milliseconds; 0: no limit.
struct ContainedRequest
{
    std::wstring program; ///< Path of the executable.
    std::wstring arguments; ///< Quoted as CommandLineToArgvW() reads them, without the program.
    std::wstring folder; ///< The working folder. Must have been opened to it, see openToContained().
    std::wstring environment; ///< NAME=VALUE\0 for each, and \0.
    HANDLE input = nullptr; ///< These four, and no other handle, are inherited.
    HANDLE output = nullptr;
    HANDLE error = nullptr;
    HANDLE channel = nullptr; ///< Its number is given as --channel=NUMBER.
    unsigned long long memoryBytes = 0; ///< Of all its processes together.
    unsigned long long cpuMilliseconds = 0; ///< Of all its processes together.
    unsigned processes = 1; ///< At once.
};

/// A process inside a job object, with a restricted token of low integrity: it can't write to anything of the
/// person's, has no privileges, can't reach other programs' windows or the clipboard, and ends with its host.
///
/// Reading is what Windows lets any low process do; AppContainer would hold that too, and needs an installed
/// profile (docs/adr/0007).
class ContainedProcess final
{
public:
    ContainedProcess(const ContainedProcess &) = delete;
    ContainedProcess &operator=(const ContainedProcess &) = delete;
    ~ContainedProcess(); ///< Ends the process and all it started.

    /// Null with the reason in `why`.
    static std::unique_ptr<ContainedProcess> start(const ContainedRequest &request, std::wstring &why);

    HANDLE process() const { return m_process.get(); } ///< Signalled when it has ended.

    void interrupt() const; ///< Ctrl+Break to its group, which Python takes for KeyboardInterrupt.
    void kill() const; ///< The process and all it started.

private:
    ContainedProcess() = default;

    OwnedHandle m_job;
    OwnedHandle m_process;
    unsigned long m_id = 0;
};

/// Lets contained processes write to a folder and what is in it. False with GetLastError() set.
bool openToContained(const std::wstring &folder);

} // namespace studio::runner
