import functools
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
@functools.lru_cache(maxsize=2)
def make(n): return A(n)
for n in (1, 2, 1, 3): make(n)
print("filled")
make.cache_clear()
print("cleared")
make(4)
del make
print("gone")
