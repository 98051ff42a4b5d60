def greet(name, *, loud):
    pass


greet("a", "b")
