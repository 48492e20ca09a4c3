import sys
class P:
    def __init__(self, a): self.c = sys.getrefcount(self), sys.getrefcount(a)
class Q:
    __slots__ = ("c",)
    def __init__(self, a, b=1): self.c = sys.getrefcount(self), sys.getrefcount(a)
class R:
    def __init__(self, *a): self.c = sys.getrefcount(self), sys.getrefcount(a[0])
o = object()
for cls in (P, Q, R): print([cls(o).c for _ in range(4)])
print([P(o).c for _ in range(4)], [Q(o).c for _ in range(4)], [P(a=o).c for _ in range(4)])
