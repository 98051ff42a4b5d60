#include "runner/host/windows/contained_process.h"

#include <aclapi.h>
#include <array>
#include <sddl.h>

namespace studio::runner {

namespace {

constexpr wchar_t kLowIntegrity[] = L"S-1-16-4096";
constexpr wchar_t kWritableByLow[] = L"S:(ML;OICI;NW;;;LW)";
constexpr unsigned kKilled = 137; // what a shell would see of a killed process elsewhere

std::wstring failed(const wchar_t *step)
{
    return std::wstring(step) + L": error " + std::to_wstring(::GetLastError());
}

/// The token of this process without privileges, without the administrators' group, of low integrity.
OwnedHandle restrictedToken(std::wstring &why)
{
    OwnedHandle own;
    if (!::OpenProcessToken(::GetCurrentProcess(),
                            TOKEN_DUPLICATE | TOKEN_QUERY | TOKEN_ASSIGN_PRIMARY | TOKEN_ADJUST_DEFAULT,
                            own.address())) {
        why = failed(L"OpenProcessToken");
        return {};
    }
    std::array<BYTE, SECURITY_MAX_SID_SIZE> room{};
    DWORD size = static_cast<DWORD>(room.size());
    if (!::CreateWellKnownSid(WinBuiltinAdministratorsSid, nullptr, room.data(), &size)) {
        why = failed(L"CreateWellKnownSid");
        return {};
    }
    SID_AND_ATTRIBUTES denied{room.data(), 0};
    OwnedHandle token;
    if (!::CreateRestrictedToken(own.get(), DISABLE_MAX_PRIVILEGE, 1, &denied, 0, nullptr, 0, nullptr,
                                 token.address())) {
        why = failed(L"CreateRestrictedToken");
        return {};
    }
    PSID low = nullptr;
    if (!::ConvertStringSidToSidW(kLowIntegrity, &low)) {
        why = failed(L"ConvertStringSidToSid");
        return {};
    }
    TOKEN_MANDATORY_LABEL label{};
    label.Label.Attributes = SE_GROUP_INTEGRITY;
    label.Label.Sid = low;
    const bool lowered = ::SetTokenInformation(token.get(), TokenIntegrityLevel, &label,
                                               static_cast<DWORD>(sizeof label + ::GetLengthSid(low)))
        != 0;
    if (!lowered) {
        why = failed(L"SetTokenInformation");
    }
    ::LocalFree(low);
    return lowered ? std::move(token) : OwnedHandle();
}

OwnedHandle limitedJob(const ContainedRequest &request, std::wstring &why)
{
    OwnedHandle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    auto &basic = limits.BasicLimitInformation;
    basic.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        | JOB_OBJECT_LIMIT_ACTIVE_PROCESS;
    basic.ActiveProcessLimit = request.processes > 0 ? request.processes : 1;
    if (request.memoryBytes > 0) {
        basic.LimitFlags |= JOB_OBJECT_LIMIT_JOB_MEMORY;
        limits.JobMemoryLimit = static_cast<SIZE_T>(request.memoryBytes);
    }
    if (request.cpuMilliseconds > 0) {
        basic.LimitFlags |= JOB_OBJECT_LIMIT_JOB_TIME;
        basic.PerJobUserTimeLimit.QuadPart
            = static_cast<LONGLONG>(request.cpuMilliseconds) * 10'000; // 100 ns
    }
    JOBOBJECT_BASIC_UI_RESTRICTIONS windows{
        JOB_OBJECT_UILIMIT_DESKTOP | JOB_OBJECT_UILIMIT_DISPLAYSETTINGS | JOB_OBJECT_UILIMIT_EXITWINDOWS
        | JOB_OBJECT_UILIMIT_GLOBALATOMS | JOB_OBJECT_UILIMIT_HANDLES | JOB_OBJECT_UILIMIT_READCLIPBOARD
        | JOB_OBJECT_UILIMIT_SYSTEMPARAMETERS | JOB_OBJECT_UILIMIT_WRITECLIPBOARD};
    if (!job.isValid()
        || !::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits)
        || !::SetInformationJobObject(job.get(), JobObjectBasicUIRestrictions, &windows, sizeof windows)) {
        why = failed(L"job object");
        return {};
    }
    return job;
}

/// The list of handles that are inherited, as CreateProcess wants it.
class InheritedHandles final
{
public:
    explicit InheritedHandles(std::vector<HANDLE> handles)
        : m_handles(std::move(handles))
    {
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_room.resize(size);
        m_valid = ::InitializeProcThreadAttributeList(list(), 1, 0, &size) != 0;
        for (HANDLE each : m_handles) {
            m_valid = m_valid && ::SetHandleInformation(each, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
        }
        m_valid = m_valid
            && ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_handles.data(),
                                           m_handles.size() * sizeof(HANDLE), nullptr, nullptr);
    }

    InheritedHandles(const InheritedHandles &) = delete;
    InheritedHandles &operator=(const InheritedHandles &) = delete;

    ~InheritedHandles() { ::DeleteProcThreadAttributeList(list()); }

    bool isValid() const { return m_valid; }

    LPPROC_THREAD_ATTRIBUTE_LIST list()
    {
        return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_room.data());
    }

private:
    std::vector<HANDLE> m_handles;
    std::vector<BYTE> m_room;
    bool m_valid = false;
};

} // namespace

ContainedProcess::~ContainedProcess()
{
    kill();
}

std::unique_ptr<ContainedProcess> ContainedProcess::start(const ContainedRequest &request, std::wstring &why)
{
    const OwnedHandle token = restrictedToken(why);
    OwnedHandle job = token.isValid() ? limitedJob(request, why) : OwnedHandle();
    InheritedHandles inherited({request.input, request.output, request.error, request.channel});
    if (!job.isValid() || !inherited.isValid()) {
        why = why.empty() ? failed(L"inherited handles") : why;
        return nullptr;
    }
    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = request.input;
    startup.StartupInfo.hStdOutput = request.output;
    startup.StartupInfo.hStdError = request.error;
    startup.lpAttributeList = inherited.list();
    std::wstring line = L"\"" + request.program + L"\" " + request.arguments + L" --channel="
        + std::to_wstring(reinterpret_cast<ULONG_PTR>(request.channel));
    std::wstring environment = request.environment;
    PROCESS_INFORMATION started{};
    // Suspended, so that it runs nothing before it is in its job.
    const DWORD flags = CREATE_SUSPENDED | CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW
        | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;
    if (!::CreateProcessAsUserW(token.get(), request.program.c_str(), line.data(), nullptr, nullptr, TRUE,
                                flags, environment.empty() ? nullptr : environment.data(),
                                request.folder.c_str(), &startup.StartupInfo, &started)) {
        why = failed(L"CreateProcessAsUser");
        return nullptr;
    }
    std::unique_ptr<ContainedProcess> process(new ContainedProcess);
    process->m_process = OwnedHandle(started.hProcess);
    process->m_id = started.dwProcessId;
    const OwnedHandle thread(started.hThread);
    if (!::AssignProcessToJobObject(job.get(), started.hProcess)) {
        why = failed(L"AssignProcessToJobObject");
        ::TerminateProcess(started.hProcess, kKilled);
        return nullptr;
    }
    process->m_job = std::move(job);
    if (::ResumeThread(thread.get()) == static_cast<DWORD>(-1)) {
        why = failed(L"ResumeThread");
        return nullptr; // its end closes the job, which ends the process
    }
    return process;
}

void ContainedProcess::interrupt() const
{
    ::GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, m_id);
}

void ContainedProcess::kill() const
{
    if (m_job.isValid()) {
        ::TerminateJobObject(m_job.get(), kKilled);
    }
}

bool openToContained(const std::wstring &folder)
{
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(kWritableByLow, SDDL_REVISION_1, &descriptor,
                                                                nullptr)) {
        return false;
    }
    PACL label = nullptr;
    BOOL present = FALSE;
    BOOL defaulted = FALSE;
    DWORD result = ERROR_INVALID_SECURITY_DESCR;
    if (::GetSecurityDescriptorSacl(descriptor, &present, &label, &defaulted) && present) {
        std::wstring name = folder;
        result = ::SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, LABEL_SECURITY_INFORMATION, nullptr,
                                         nullptr, nullptr, label);
    }
    ::LocalFree(descriptor);
    ::SetLastError(result);
    return result == ERROR_SUCCESS;
}

} // namespace studio::runner
