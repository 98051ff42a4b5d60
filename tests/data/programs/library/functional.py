import contextlib
import copy
import dataclasses
import operator
import types
from abc import ABC, abstractmethod
from typing import Generic, Protocol, TypeVar


class Shape(ABC):
    @abstractmethod
    def area(self): ...


try:
    Shape()
except TypeError as error:
    print(error)
T = TypeVar("T")


class Box(Generic[T]):
    pass


print(Box[int], operator.itemgetter(1)([1, 2]), types.SimpleNamespace(a=1), copy.copy([1]))
with contextlib.suppress(ZeroDivisionError), contextlib.ExitStack() as stack:
    stack.callback(print, "unwound")
    1 / 0
match {"kind": "point", "at": (1, 2)}:
    case {"kind": "point", "at": (x, y)}:
        print(x, y)
