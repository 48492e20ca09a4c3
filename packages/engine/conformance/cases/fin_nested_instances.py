class A:
    def __init__(self, n, child=None): self.n = n; self.child = child
    def __del__(self): print("del", self.n)
a = A("root", A("mid", A("leaf")))
del a
print("--")
b = A("x"); c = A("y", b); d = A("z", b)
del c; print("kept")
del b; print("still")
del d
