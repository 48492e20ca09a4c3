import sys, functools
class P:
    def __init__(self, a, b=0): self.c = sys.getrefcount(a), sys.getrefcount(b) if b else 0
o, p = object(), object()
q = functools.partial(P, o)
print(q().c, q(p).c, q(b=p).c, functools.partial(P, b=p)(o).c)
g = functools.partial(lambda a, b=0: (sys.getrefcount(a), sys.getrefcount(b) if b else 0), o)
print(g(), g(p), g(b=p))
