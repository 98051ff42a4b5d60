# held by: namespaces landlock
# as: check program
open("/dev/shm/studio-escape", "w").write("x")
import os
print("MADE /dev/shm/studio-escape")
