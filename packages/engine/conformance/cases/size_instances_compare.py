import sys
class P:
    def __init__(self, x, y): self.x = x; self.y = y
class S:
    __slots__ = ("x", "y")
class E(Exception): pass
class L(list): pass
class D(dict): pass
class T(tuple): pass
class I(int): pass
print([sys.getsizeof(o) for o in (P(1, 2), S(), E(), L(), D(), T(), I(), L([1, 2, 3]), T((1, 2)), I(2 ** 40))])
