# held by: seccomp
# as: check program
import ctypes
attribute = ctypes.create_string_buffer(128)
ctypes.memmove(attribute, (1).to_bytes(4, "little") + (128).to_bytes(4, "little"), 8)
if ctypes.CDLL(None).syscall(298, attribute, 0, -1, -1, 0) >= 0:
    print("GOT OUT: perf")
