import dis


def f(x):
    return x + 1


dis.dis(f)
print(f.__code__.co_varnames, f.__code__.co_firstlineno, list(f.__code__.co_lines())[0])
