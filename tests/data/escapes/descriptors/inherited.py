# held by: always
# as: check program
import os
for fd in range(4, 1024):
    try:
        print("GOT OUT", fd, os.readlink(f"/proc/self/fd/{fd}") if os.fstat(fd) else "")
    except OSError:
        pass
