# held by: seccomp limits
# as: check program
import ctypes
if ctypes.CDLL(None).syscall(321, 0, ctypes.create_string_buffer(128), 72) >= 0:
    print("GOT OUT: bpf")
