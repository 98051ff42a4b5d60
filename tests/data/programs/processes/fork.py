#: no check
import os
import sys

print("before", flush=True)
child = os.fork()
if child == 0:
    print("child")
    sys.exit(3)
_, status = os.waitpid(child, 0)
print("parent", os.waitstatus_to_exitcode(status))
