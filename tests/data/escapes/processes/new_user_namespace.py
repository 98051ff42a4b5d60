# held by: seccomp
# as: check program
import ctypes
if ctypes.CDLL(None).unshare(0x10000000) == 0:
    print("GOT OUT: a new user namespace")
