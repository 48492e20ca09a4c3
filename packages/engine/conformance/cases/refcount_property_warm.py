import sys
class A:
    @property
    def p(self): return sys.getrefcount(self)
a = A()
print([a.p for _ in range(10)])
def f():
    b = A()
    return [b.p for _ in range(4)], [A().p for _ in range(4)]
print(f())
print(a.p, a.p, getattr(a, "p"))
