# A forked child goes on from a seed of its own.
#: no check
import os
import random

read, write = os.pipe()
if os.fork() == 0:
    os.write(write, repr(random.random()).encode())
    os._exit(0)
os.wait()
print(os.read(read, 100).decode() != repr(random.random()))
