import threading, weakref
class Big: pass
t = threading.local()
t.x = Big()
r = weakref.ref(t.x)
print(r() is None)
del t.x
print(r() is None)
t.y = Big(); s = weakref.ref(t.y)
del t
print(s() is None)
