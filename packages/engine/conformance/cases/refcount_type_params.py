import sys, gc
def f[T](): return T
def g[T](x: T): pass
class A[T]: pass
class B[T]:
    def m(self): return T
type X[T] = T
type Y = int
for owner in (f, g, A, B, X):
    print(sys.getrefcount(owner.__type_params__[0]), sys.getrefcount(owner.__type_params__))
print(sys.getrefcount(A), sys.getrefcount(X), sys.getrefcount(Y), sys.getrefcount(f))
print(sys.getsizeof(f()), sys.getsizeof(X), len(gc.get_referrers(f())))
import weakref
r = weakref.ref(f())
del f
print(r())
