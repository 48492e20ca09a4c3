import sys, dataclasses
@dataclasses.dataclass
class P:
    x: int
    y: int
class S:
    __slots__ = ("x", "y")
    def __init__(self): self.x = self.y = 1
p, s = P(1, 2), S()
print(sys.getsizeof(p), sys.getsizeof(p.__dict__), sys.getsizeof(s), hasattr(s, "__dict__"))
class T(S): pass
print(sys.getsizeof(T()), sys.getsizeof(T().__dict__))
