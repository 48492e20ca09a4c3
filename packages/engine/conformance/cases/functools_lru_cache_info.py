from functools import lru_cache
@lru_cache(maxsize=2)
def f(x):
    print("call", x)
    return x * 2
f(1); f(2); f(1); f(3); f(2)
print(f.cache_info())
f.cache_clear()
print(f.cache_info(), f.__name__, f.__wrapped__(4))
try: f([])
except TypeError as e: print(e)
