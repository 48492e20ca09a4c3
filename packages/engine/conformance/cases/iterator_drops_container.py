import weakref
class A: pass
a = A()
r = weakref.ref(a)
it = iter([a])
del a
print(r() is not None)
next(it)
print(r() is not None)
next(it, None)
print(r() is not None)
s = {A()}
w = weakref.ref(next(iter(s)))
it = iter(s)
del s
for x in it: pass
del x
print(w() is None)
