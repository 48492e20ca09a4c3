import weakref, itertools
class A: pass
items = [A(), A()]
refs = [weakref.ref(i) for i in items]
c = itertools.cycle(items)
next(c)
del items
print([r() is not None for r in refs])
next(c); next(c)
del c
print([r() is not None for r in refs])
