import inspect


def documented(a, b=2, *rest, c, **more):
    """Doc of it."""
    return a


class Thing:
    """A thing."""

    def method(self):
        return 1


print(inspect.getsource(documented))
print(inspect.getsource(Thing.method), inspect.getsourcelines(Thing)[1])
print(inspect.signature(documented), inspect.getdoc(documented))
print(inspect.getsourcefile(documented).endswith(".py"), inspect.getmodule(documented).__name__)
square = lambda n: n * n
print(inspect.getsource(square), inspect.currentframe().f_lineno)
