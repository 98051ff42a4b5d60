import sys


def hook(kind, value, tb):
    print("hook:", kind.__name__, value, tb.tb_lineno, sys._getframe(1) if False else None)


sys.excepthook = hook
raise LookupError("to the hook")
