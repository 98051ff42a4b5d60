COUNT = 1
print("loading", __name__)


def greet(name):
    return f"hello {name}"
