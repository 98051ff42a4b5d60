from contextlib import contextmanager


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *info):
        raise OSError("while leaving")


@contextmanager
def managed():
    try:
        yield
    finally:
        print("finally")


with managed(), Manager():
    raise KeyError("inside")
