# What the interpreter is set to.
import gc
import sys
import threading

print(sys.getrecursionlimit(), gc.isenabled(), gc.get_threshold(), gc.get_freeze_count() >= 0)
print(sys.gettrace(), sys.getprofile(), threading.active_count(), sys.dont_write_bytecode in (True, False))
print(sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__)
print(sys.breakpointhook is sys.__breakpointhook__, sys.unraisablehook is sys.__unraisablehook__)
print(sys.float_info.max, sys.int_info, sys.hash_info.width)
print(hasattr(sys, "last_type"), hasattr(sys, "ps1"), hasattr(sys, "tracebacklimit"))
