import weakref
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a, b = A("a"), A("b")
ra = weakref.ref(a, lambda r: print("cb a"))
rb = weakref.ref(b, lambda r: print("cb b"))
l = [a, b]
del a, b
l.pop(0); print("--")
l.clear()
f = weakref.finalize(A("tmp"), print, "finalize")
print(f.alive)
