import weakref
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return hash(self.n)
d = weakref.WeakKeyDictionary()
a, b = K(1), K(1)
d[a] = "a"; d[b] = "b"
print(len(d), d[a], list(d)[0] is a)
del a
print(len(d))
