# held by: seccomp
# as: check
import os
written = 0
for i in range(60):
    file = os.memfd_create(str(i))
    for _ in range(15):
        written += os.write(file, b"x" * (1 << 20))
print("GOT OUT", written)
