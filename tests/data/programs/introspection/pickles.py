import copy
import pickle
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


point = pickle.loads(pickle.dumps(Point(1, 2)))
print(point, type(point) is Point, copy.deepcopy(point) == point, Point.__module__, Point.__qualname__)
print(pickle.dumps(Point(1))[:40])
