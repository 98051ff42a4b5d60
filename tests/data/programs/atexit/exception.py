import atexit


def first():
    print("still runs")


def fails():
    return 1 / 0


atexit.register(first)
atexit.register(fails)
print("main")
