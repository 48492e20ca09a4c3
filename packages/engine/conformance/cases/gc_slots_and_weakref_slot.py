import gc, weakref
gc.collect(); gc.disable()
class S: __slots__ = ("me", "__weakref__")
s = S(); s.me = s; r = weakref.ref(s)
del s
print(r() is not None, gc.collect(), r() is None)
class T(S): pass
t = T(); t.me = t; t.x = [t]
del t
print(gc.collect())
