"""What a program that is interrupted leaves behind goes in Python's order."""

import atexit
import sys
import weakref

NAMES = ["first", "second"]


class Thing:
    def __init__(self, name):
        self.name = name
        self.itself = self  # a cycle

    def __del__(self):
        print("gone:", self.name, NAMES, show is not None)


class Plain:
    def __del__(self):
        print("plain is gone", file=sys.stderr, flush=True)


def show(text):
    print("shown", text)


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("the generator's end")


thing = Thing("thing")
_hidden = Thing("hidden")
plain = Plain()
going = numbers()
next(going)
weakref.finalize(thing, print, "finalizer")
atexit.register(show, "at exit")
print("not followed by a newline", end="")
raise KeyboardInterrupt
