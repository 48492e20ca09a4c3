import weakref
class A: pass
z = zip([A()], [1])
r = weakref.ref(next(z)[0])
print(r() is not None)
print(next(z, "end"), r() is not None)
del z
print(r() is None)
