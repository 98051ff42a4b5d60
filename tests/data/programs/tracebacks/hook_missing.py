import sys

del sys.excepthook
raise LookupError("original")
