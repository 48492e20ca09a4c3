import sys
class A:
    def __setattr__(self, n, v):
        print(n, sys.getrefcount(self), sys.getrefcount(v))
        object.__setattr__(self, n, v)
    def __getattr__(self, n): return sys.getrefcount(self)
a = A(); o = object()
a.x = o
print(a.missing, sys.getrefcount(o))
setattr(a, "y", o)
print(getattr(a, "zz"), sys.getrefcount(o))
