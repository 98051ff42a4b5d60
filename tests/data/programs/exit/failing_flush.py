# A stdout that can't be written to is an error like any other.
import os
import sys

print("out", flush=True)
os.close(1)
try:
    print("x", flush=True)
except OSError as error:
    print(error, file=sys.stderr)
os.open("/dev/null", os.O_WRONLY)
