import sys, weakref
class A: pass
def f():
    a = A()
    return sys._getframe(), weakref.ref(a)
fr, r = f()
print(r() is None, fr.f_locals["a"] is r(), fr.f_code.co_name, fr.f_lineno)
fr.clear()
print(r() is None)
del fr
