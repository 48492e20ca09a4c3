import sys
class A:
    def m(self, o): return sys.getrefcount(self), sys.getrefcount(o)
class B(A):
    def m(self, o):
        return super().m(o), sys.getrefcount(o)
b = B(); x = []
print(b.m(x))
print(B().m([]))
