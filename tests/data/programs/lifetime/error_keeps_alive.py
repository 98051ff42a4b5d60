class Thing:
    def __del__(self):
        print("gone")


def f():
    thing = Thing()
    raise ValueError("holds the frame")


try:
    f()
except ValueError as error:
    print("handling")
print("after")
f()
