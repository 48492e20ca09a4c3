import sys
from collections import OrderedDict, deque
def show(plain, slotted):
    print(type(plain).__name__, sys.getsizeof(slotted) - sys.getsizeof(plain), type(slotted).__basicsize__ - type(plain).__basicsize__)
for base in bytearray, dict, list, set, frozenset, OrderedDict, deque, object, Exception, float, complex, slice, type:
    try:
        class Slotted(base): __slots__ = "a", "b", "c"
    except TypeError as e:
        print(e)
        continue
    if base is type: continue
    show(base(), Slotted())
class D(dict): __slots__ = "a", "b", "c"
show({"x": []}, D(x=[]))
class O(OrderedDict): __slots__ = "a", "b", "c"
show(OrderedDict(x=[]), O(x=[]))
class Big:
    def __init__(self, size): self.size = size
    def __sizeof__(self): return self.size
for size in sys.maxsize - 100, sys.maxsize, sys.maxsize + 1, -1, None, 4.5:
    try: print(sys.getsizeof(Big(size)) - sys.getsizeof(Big(0)))
    except (OverflowError, ValueError, TypeError) as e: print(e)
