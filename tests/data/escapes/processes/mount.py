# held by: seccomp limits
# as: check program
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.mount(b"x", b"/tmp", b"tmpfs", 0, None) == 0:
    print("GOT OUT: a mount")
