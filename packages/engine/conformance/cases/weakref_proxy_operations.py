import weakref
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return self.n + o
    def __len__(self): return self.n
    def __getitem__(self, i): return i * self.n
v = V(3); p = weakref.proxy(v)
print(p + 1, len(p), p[4], p.n, bool(p), list(p[i] for i in range(2)))
p.n = 5
print(v.n, type(p).__name__, p == v, isinstance(p, V))
try: hash(p)
except TypeError as e: print(e)
