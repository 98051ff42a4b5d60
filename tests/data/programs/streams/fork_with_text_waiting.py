#: no check
#: unbuffered
import os

print("once", end=" ")
if os.fork() == 0:
    os._exit(0)
os.wait()
print("only")
