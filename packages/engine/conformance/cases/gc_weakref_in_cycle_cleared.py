import gc, weakref
gc.collect(); gc.disable()
class N: pass
a = N(); b = N(); a.b = b; b.a = a
r = weakref.ref(a); s = weakref.ref(b, lambda w: print("cb", w() is None))
del a, b
print(r() is None)
n = gc.collect()
print(n, r() is None, s() is None)
