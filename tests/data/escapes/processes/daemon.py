# held by: always
# as: check program
import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv("/bin/sleep", ["sleep", "77.0625"])
    os._exit(0)
time.sleep(0.3)
