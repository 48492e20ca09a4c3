import sys
class A:
    def m(self, o): return sys.getrefcount(self), sys.getrefcount(o)
class B(A):
    def m(self, o): return super().m(o)
b, o = B(), object()
print([b.m(o) for _ in range(4)], B().m([]))
