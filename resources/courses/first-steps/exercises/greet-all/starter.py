def greet(name):
    pass


def greet_all(names):
    pass
