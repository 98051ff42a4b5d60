# held by: seccomp namespaces landlock
# as: check program
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
for pid in (int(sys.argv[4]), os.getppid()):
    if libc.ptrace(16, pid, 0, 0) == 0:
        print("GOT OUT: attached to", pid)
