import functools, weakref
class A:
    @functools.lru_cache(maxsize=None)
    def calc(self, n): return n * 2
a = A(); r = weakref.ref(a)
print(a.calc(1), a.calc(1), A.calc.cache_info().hits)
del a
print(r() is None)
A.calc.cache_clear()
print(r() is None)
