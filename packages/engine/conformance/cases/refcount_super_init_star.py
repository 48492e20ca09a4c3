import sys
class P:
    def __init__(self, a, b=0): self.c = sys.getrefcount(self), sys.getrefcount(a)
class S(P):
    def __init__(self, *a, **k): super().__init__(*a, **k)
class M(type):
    def __call__(cls, *a, **k): return super().__call__(*a, **k)
class Q(P, metaclass=M): pass
o = object()
print(S(o).c, S(o, b=1).c, S(a=o).c, Q(o).c, Q(o, b=1).c)
