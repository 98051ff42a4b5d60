def outer(values):
    return inner(values, 2)


def inner(values, index):
    return values[index]
