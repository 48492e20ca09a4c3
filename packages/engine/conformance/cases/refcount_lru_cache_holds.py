import sys, functools
rc = sys.getrefcount
class A: pass
a, b, c = A(), A(), A()
@functools.lru_cache(2)
def f(x): return x
for o in (a, b, c): f(o)
print(rc(a), rc(b), rc(c))
f(b); f(a)
print(rc(a), rc(b), rc(c))
f.cache_clear()
del o
print(rc(a), rc(b), rc(c))
