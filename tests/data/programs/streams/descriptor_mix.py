import os
import sys

print("one", flush=True)
os.write(1, b"two\n")
os.write(sys.stdout.fileno(), b"three\n")
os.write(2, b"err\n")
print("four")
