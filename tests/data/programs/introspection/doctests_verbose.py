#: args ["-v"]
def double(n):
    """
    >>> double(4)
    8
    >>> double(None)
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    """
    return n * 2


if __name__ == "__main__":
    import doctest

    doctest.testmod()
