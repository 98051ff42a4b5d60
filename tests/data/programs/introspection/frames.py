import sys


def outer():
    secret = 42
    return inner()


def inner():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_locals, frame.f_back.f_code.co_name, frame.f_back.f_back


print(outer())
