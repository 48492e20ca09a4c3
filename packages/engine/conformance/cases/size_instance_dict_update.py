import sys, gc
class A:
    def __init__(self, **kw): self.__dict__.update(kw)
class B:
    def __init__(self, d): self.__dict__.update(d); self.after = 1
class C:
    def __init__(self, *a): self.__dict__.update(zip("ab", a))
class D:
    def __init__(self): self.x = 1; self.__dict__.update({"y": 2})
class E:
    def __init__(self, d): self.__dict__ = d
for o in (A(a=1), A(a=1, b=2, c=3), A(), B({"p": 1}), B({i: i for i in "abcdefgh"}), C(1, 2), D(), E({"k": 1})):
    print(type(o).__name__, o.__dict__, sys.getsizeof(o.__dict__), sys.getsizeof(o))
    o.later = 5; del o.later; o.again = 6
    print(vars(o), sys.getsizeof(o.__dict__), gc.is_tracked(o.__dict__))
shared = {"s": []}
e, f = E(shared), E(shared)
e.n = 1
print(f.n, e.__dict__ is f.__dict__, sys.getrefcount(shared))
a, b = A(v=[1]), A(v=[2])
a.v.append(3); a.__dict__.update(b.__dict__); print(a.v is b.v, a.__dict__ == b.__dict__, sys.getsizeof(a.__dict__))
del a, b, e, f; print(gc.collect() >= 0)
