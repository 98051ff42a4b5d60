#include "worker/sandbox/system_paths.h"

namespace studio::runner {

std::span<const char *const> systemFolders()
{
    static constexpr const char *kFolders[] = {"/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin"};
    return kFolders;
}

std::span<const char *const> systemSettings()
{
    static constexpr const char *kSettings[]
        = {"/etc/alternatives",  "/etc/ca-certificates", "/etc/fonts",        "/etc/gai.conf",
           "/etc/group",         "/etc/host.conf",       "/etc/hosts",        "/etc/ld.so.cache",
           "/etc/locale.alias",  "/etc/localtime",       "/etc/matplotlibrc", "/etc/mime.types",
           "/etc/nsswitch.conf", "/etc/os-release",      "/etc/passwd",       "/etc/protocols",
           "/etc/python3",       "/etc/python3.11",      "/etc/resolv.conf",  "/etc/services",
           "/etc/ssl/certs",     "/etc/ssl/openssl.cnf", "/etc/timezone"};
    return kSettings;
}

std::span<const char *const> systemDevices()
{
    static constexpr const char *kDevices[]
        = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};
    return kDevices;
}

} // namespace studio::runner
