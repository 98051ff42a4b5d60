# held by: always
# as: check
import os, signal
os.kill(os.getppid(), signal.SIGKILL)
