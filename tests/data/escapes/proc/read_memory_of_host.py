# held by: seccomp namespaces landlock
# as: check program
import ctypes, sys
libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(8)
vector = (ctypes.c_uint64 * 2)(ctypes.addressof(room), 8)
there = (ctypes.c_uint64 * 2)(0x400000, 8)
if libc.process_vm_readv(int(sys.argv[4]), vector, 1, there, 1, 0) > 0:
    print("GOT OUT")
elif ctypes.get_errno() == 14:
    print("GOT OUT: it may read, there was nothing at this address")
