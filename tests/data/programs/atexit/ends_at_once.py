#: unbuffered
import atexit
import os

atexit.register(print, "earlier, so later")
atexit.register(os._exit, 9)
