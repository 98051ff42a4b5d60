import sys


def hook(kind, value, tb):
    print("first ours")
    sys.__excepthook__(kind, value, tb)


sys.excepthook = hook
raise LookupError("then Python's")
