import copy
from collections import namedtuple
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 2


Pair = namedtuple("Pair", "left right")
for record, change in [(Point(1), {"x": 5}), (Pair(1, 2), {"left": 7}), (Pair(1, 2), {"wrong": 7})]:
    try:
        print(copy.replace(record, **change))
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(hasattr(Point, "__replace__"), hasattr(Pair, "__replace__"))
