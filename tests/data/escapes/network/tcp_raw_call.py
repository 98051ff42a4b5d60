# held by: namespaces landlock seccomp
# as: check program
import ctypes, socket, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
fd = libc.syscall(41, socket.AF_INET, socket.SOCK_STREAM, 0)
address = struct.pack("<HH4s8x", socket.AF_INET, socket.htons(int(sys.argv[3])), bytes([127, 0, 0, 1]))
print(fd, libc.syscall(42, fd, address, len(address)), ctypes.get_errno())
libc.syscall(1, fd, b"out", 3)
