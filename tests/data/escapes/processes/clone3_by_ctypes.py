# held by: seccomp
# as: check
import ctypes
arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)
pid = ctypes.CDLL(None).syscall(435, arguments, 88)
if pid > 0:
    print("GOT OUT: a child")
elif pid == 0:
    ctypes.CDLL(None).syscall(231, 0)
