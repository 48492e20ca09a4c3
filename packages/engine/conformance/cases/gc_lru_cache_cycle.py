import gc, weakref
from functools import lru_cache
class A:
    @lru_cache(None)
    def m(self): return self
a = A()
a.m()
r = weakref.ref(a)
del a
gc.collect()
print(r() is not None)
A.m.cache_clear()
print(r() is None)
