# held by: seccomp
# as: check
import ctypes
pid = ctypes.CDLL(None).syscall(57)
if pid > 0:
    print("GOT OUT: a child")
elif pid == 0:
    ctypes.CDLL(None).syscall(231, 0)
