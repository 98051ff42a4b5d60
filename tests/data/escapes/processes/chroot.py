# held by: seccomp limits
# as: check program
import os
os.mkdir("jail"); os.chroot("jail")
print("GOT OUT: chroot")
