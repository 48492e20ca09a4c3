import sys
class P:
    def __init__(self, a, b=0): self.c = sys.getrefcount(self), sys.getrefcount(a), sys.getrefcount(b) if b else 0
class C:
    def __call__(self, a, b=0): return sys.getrefcount(self), sys.getrefcount(a), sys.getrefcount(b) if b else 0
def f():
    o, p, c = object(), object(), C()
    print(P(o, b=p).c, P(a=o).c, P(o, **{"b": p}).c, c(o, b=p), c(a=o))
    t = (o, p)
    print(P(*t).c, c(*t), P(*t[:1], b=p).c)
f()
