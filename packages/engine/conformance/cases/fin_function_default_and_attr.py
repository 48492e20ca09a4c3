class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(x=A("default")): pass
f.attr = A("attr")
f.__defaults__ = None
print("defaults gone")
del f
print("f gone")
g = lambda y=A("lam"): y
g = None
print("end")
