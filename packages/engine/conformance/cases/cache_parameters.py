import functools, gc
@functools.lru_cache(maxsize=2, typed=True)
def square(x): return x * x
print(square(2), square(2.0), square(2), square.cache_info())
print(sorted(square.__dict__), hasattr(square, "cache_parameters") and square.cache_parameters())
