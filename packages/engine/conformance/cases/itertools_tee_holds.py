import weakref
from itertools import tee
class A: pass
items = [A() for _ in range(3)]
refs = [weakref.ref(a) for a in items]
a, b = tee(iter(items))
del items
for x in a: pass
del x, a
print([r() is not None for r in refs])
next(b)
print([r() is not None for r in refs])
del b
print([r() is not None for r in refs])
