# held by: seccomp
# as: check program
import ctypes
if ctypes.CDLL(None).syscall(248, b"user", b"studio", b"x", 1, -4) >= 0:
    print("GOT OUT: a key")
