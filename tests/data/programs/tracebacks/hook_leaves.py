import sys

sys.excepthook = lambda *_: sys.exit(7)
raise LookupError("original")
