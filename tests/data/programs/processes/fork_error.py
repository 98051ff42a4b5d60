#: no check
import os
import sys

sys.stdout.flush()
if os.fork() == 0:
    raise ValueError("in the child")
_, status = os.wait()
print(os.waitstatus_to_exitcode(status))
