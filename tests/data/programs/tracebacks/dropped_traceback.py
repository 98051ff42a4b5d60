def f():
    raise ValueError("x")


try:
    f()
except ValueError as error:
    raise error.with_traceback(None)
