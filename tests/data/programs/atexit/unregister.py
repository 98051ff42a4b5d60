import atexit


def handler():
    print("never")


atexit.register(handler)
atexit.register(handler)
atexit.unregister(handler)
atexit.register(print, "ever")
