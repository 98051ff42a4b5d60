import enum
from dataclasses import asdict, dataclass, field
from typing import NamedTuple, get_type_hints


class Color(enum.Enum):
    RED = 1
    BLUE = enum.auto()


@dataclass(order=True, frozen=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list)


class Pair(NamedTuple):
    a: int
    b: str = "x"


print(list(Color), Color("1") if False else Color(1), Item("a") < Item("b"), asdict(Item("c")), Pair(1))
print(get_type_hints(Item))
Item("x").name = "y"
