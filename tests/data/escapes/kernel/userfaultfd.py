# held by: seccomp
# as: check program
import ctypes
if ctypes.CDLL(None).syscall(323, 1) >= 0:
    print("GOT OUT: userfaultfd")
