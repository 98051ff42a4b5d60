# held by: seccomp
# as: check
import os
while True:
    try:
        os.fork()
    except OSError:
        break
