# held by: seccomp
# as: check
import os
os.execv("/bin/sh", ["sh", "-c", "echo GOT OUT"])
