import sys
from functools import lru_cache
@lru_cache(None)
def f(x): return [x]
k = ("a", "b")
before = sys.getrefcount(k)
r = f(k)
print(sys.getrefcount(k) - before, sys.getrefcount(r))
f.cache_clear()
print(sys.getrefcount(k) - before, sys.getrefcount(r))
