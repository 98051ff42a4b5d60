def greet(name):
    print("Hello,", name)


def greet_all(names):
    for name in names:
        greet(name)
