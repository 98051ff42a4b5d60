#pragma once

namespace studio::runner {

// Lists to be read as text.
// clang-format off

// What CPython, its standard library and numpy need to compute, to read and write files, and to wait. Found
// by running tests/data/programs under it. No new process, no socket but a pair, no signal to others.
inline constexpr const char *kCheckCalls[] = {
    // files
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "preadv2", "pwritev2",
    "open", "openat", "openat2", "close", "close_range", "creat", "stat", "fstat", "lstat", "newfstatat",
    "statx", "access", "faccessat", "faccessat2", "lseek", "fcntl", "flock", "fsync", "fdatasync",
    "ftruncate", "truncate", "getdents", "getdents64", "getcwd", "chdir", "fchdir", "rename", "renameat",
    "renameat2", "mkdir", "mkdirat", "rmdir", "link", "linkat", "unlink", "unlinkat", "symlink",
    "symlinkat", "readlink", "readlinkat", "umask", "pipe", "pipe2", "dup", "dup2", "dup3",
    "copy_file_range", "sendfile", "splice", "tee", "fallocate", "fadvise64", "readahead", "statfs",
    "fstatfs", "getxattr", "lgetxattr", "fgetxattr", "listxattr", "llistxattr", "flistxattr",
    // memory
    "mmap", "munmap", "mremap", "mprotect", "madvise", "brk", "msync", "mincore",
    // waiting and time
    "select", "pselect6", "poll", "ppoll", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait",
    "epoll_pwait", "epoll_pwait2", "eventfd", "eventfd2", "timerfd_create", "timerfd_settime",
    "timerfd_gettime", "signalfd", "signalfd4", "nanosleep", "clock_nanosleep", "clock_gettime",
    "clock_getres", "gettimeofday", "time", "times", "alarm", "setitimer", "getitimer", "timer_create",
    "timer_settime", "timer_gettime", "timer_delete", "timer_getoverrun", "pause", "restart_syscall",
    // signals
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait", "rt_sigsuspend",
    "sigaltstack", "kill", "tgkill",
    // itself
    "getrusage", "sysinfo", "uname", "getpid", "getppid", "gettid", "getuid", "geteuid", "getgid",
    "getegid", "getresuid", "getresgid", "getgroups", "getpgrp", "getpgid", "getsid", "getpriority",
    "getrlimit", "setrlimit", "getrandom", "arch_prctl", "set_tid_address", "set_robust_list",
    "get_robust_list", "futex", "futex_waitv", "rseq", "membarrier", "sched_yield", "sched_getaffinity",
    "sched_setaffinity", "sched_getparam", "sched_getscheduler", "sched_get_priority_max",
    "sched_get_priority_min", "getcpu", "wait4", "waitid", "exit", "exit_group", "capget",
    // a socket pair of its own, as asyncio's event loop makes
    "sendto", "recvfrom", "sendmsg", "recvmsg", "shutdown", "getsockopt", "setsockopt", "getsockname",
    "getpeername",
};

// What a check may do to files of its own only.
inline constexpr const char *kAboutFiles[] = {
    "chmod", "fchmod", "fchmodat", "utime", "utimes", "utimensat", "futimesat",
};

// Refused to a check with "Operation not permitted", as a person would be: all else is "not implemented",
// which libraries know how to live with.
inline constexpr const char *kCheckRefused[] = {
    "fork", "vfork", "execve", "execveat", "socket", "connect", "bind", "listen", "accept", "accept4",
    "ptrace", "setsid", "setpgid", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open",
    "pidfd_send_signal", "mount", "umount2", "chroot", "unshare", "setns", "chown", "fchown", "lchown",
    "fchownat", "setuid", "setgid", "process_vm_readv", "process_vm_writev", "sethostname", "setpriority",
    "nice",
};

// What reaches beyond a program's own processes, or into the kernel's rarely used and often broken corners.
inline constexpr const char *kProgramRefused[] = {
    "ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd", "process_madvise", "mount",
    "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsmount", "fsconfig",
    "fspick", "mount_setattr", "setns", "unshare", "bpf", "perf_event_open", "userfaultfd", "add_key",
    "keyctl", "request_key", "io_uring_setup", "io_uring_enter", "io_uring_register", "init_module",
    "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff",
    "acct", "quotactl", "quotactl_fd", "open_by_handle_at", "name_to_handle_at", "syslog", "settimeofday",
    "clock_settime", "clock_adjtime", "adjtimex", "sethostname", "setdomainname", "iopl", "ioperm",
    "modify_ldt", "lookup_dcookie", "vhangup", "nfsservctl", "uselib", "migrate_pages", "move_pages",
    "fanotify_init", "vmsplice",
};

// clang-format on

} // namespace studio::runner
