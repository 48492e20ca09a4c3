import gc, weakref
gc.collect(); gc.disable()
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, r() is None)
a, b = A("a"), A("b")
a.o, b.o = b, a
r = weakref.ref(a, lambda w: print("callback"))
del a, b
print(gc.collect())
