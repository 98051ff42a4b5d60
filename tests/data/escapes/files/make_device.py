# held by: seccomp limits
# as: check program
import os, stat
os.mknod("disk", 0o600 | stat.S_IFBLK, os.makedev(254, 0))
print("GOT OUT", open("disk", "rb").read(16))
