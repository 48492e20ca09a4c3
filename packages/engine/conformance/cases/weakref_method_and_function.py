import weakref
class A:
    def m(self): return "m"
a = A()
r = weakref.ref(a.m)
w = weakref.WeakMethod(a.m)
f = weakref.ref(A.m)
print(r() is None, w()() , f() is A.m)
del a
print(w() is None, f() is None)
def g(): pass
q = weakref.ref(g); del g
print(q() is None)
