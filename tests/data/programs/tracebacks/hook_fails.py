import sys


def hook(kind, value, tb):
    raise RuntimeError("the hook itself")


sys.excepthook = hook
raise LookupError("original")
