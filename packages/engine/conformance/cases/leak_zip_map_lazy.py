import weakref
class A: pass
xs = [A() for _ in range(3)]
rs = [weakref.ref(x) for x in xs]
m = map(id, xs); z = zip(xs, xs)
next(m); next(z)
del xs
print([r() is not None for r in rs])
list(m); list(z)
print([r() is not None for r in rs])
