import sys
class E(Exception): pass
class W(Exception):
    def __init__(self, a): super().__init__(a); self.n = sys.getrefcount(a)
t = (1, [2])
print(E(*t).args is t, ValueError(*t).args is t, E(*t).args == t)
o = object()
print(W(o).n, sys.getrefcount(E(o).args[0]), sys.getrefcount(ValueError(o).args[0]), sys.getrefcount(E(o).args))
