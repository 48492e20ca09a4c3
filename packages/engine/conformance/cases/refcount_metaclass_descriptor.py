import sys
class D:
    def __get__(self, i, t): return sys.getrefcount(self), i is None
class E(D):
    def __set__(self, i, v): print(sys.getrefcount(self), sys.getrefcount(v))
class M(type):
    d = D()
    e = E()
class A(metaclass=M):
    f = D()
print(A.d, A.e, A.f, A().f)
A.e = object()
try: print(A().d)
except AttributeError as x: print(x)
