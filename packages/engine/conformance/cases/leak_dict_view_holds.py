import weakref
class D(dict): pass
d = D(a=1); r = weakref.ref(d)
v = d.keys(); i = iter(d.items())
del d
print(r() is None, list(v))
del v
print(r() is None)
list(i)
print(r() is None)
