import sys
from collections import namedtuple
P = namedtuple("P", "x y z")
class S:
    __slots__ = ("x", "y", "z")
print(sys.getsizeof(P(1, 2, 3)), sys.getsizeof((1, 2, 3)), sys.getsizeof(S()), sys.getsizeof({"x": 1, "y": 2, "z": 3}), sys.getsizeof([1, 2, 3]))
