"""
>>> 1 + 1
2
>>> 1 + 1
3
"""
import doctest


def double(n):
    """
    >>> double(4)
    8
    >>> double("a")
    'aa'
    """
    return n * 2


print(doctest.testmod())
