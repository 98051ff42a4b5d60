def greet(name):
    print("Hello,", name)


def greet_all(names):
    greet(names[0])
