# No handlers run, nothing is flushed by Python.
#: unbuffered
import atexit
import os

atexit.register(print, "not this")
print("this")
os._exit(7)
