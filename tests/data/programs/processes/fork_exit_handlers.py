# A fork inherits the handlers, and runs them unless it leaves at once.
#: no check
import atexit
import os
import sys

atexit.register(lambda: print("handler in", "parent" if os.getpid() == parent else "child"))
parent = os.getpid()
if os.fork() == 0:
    sys.exit()
os.wait()
if os.fork() == 0:
    os._exit(0)
os.wait()
