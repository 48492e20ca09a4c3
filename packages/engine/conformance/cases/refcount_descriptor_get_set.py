import sys
class D:
    def __get__(self, i, t): return sys.getrefcount(self), sys.getrefcount(i) if i is not None else None
    def __set__(self, i, v): print(sys.getrefcount(i), sys.getrefcount(v))
class A: d = D()
a, v = A(), object()
print(a.d, A.d)
a.d = v
def f():
    b, w = A(), object()
    b.d = w
    return b.d
print(f())
