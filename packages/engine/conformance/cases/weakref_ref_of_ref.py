import weakref, sys
class A: pass
a = A()
r = weakref.ref(a)
rr = weakref.ref(r)
print(rr() is r, sys.getrefcount(r), sys.getrefcount(a))
p = weakref.proxy(a)
print(weakref.getweakrefcount(a), weakref.proxy(a) is p, weakref.ref(a) is r)
del r
print(rr() is None, weakref.getweakrefcount(a))
