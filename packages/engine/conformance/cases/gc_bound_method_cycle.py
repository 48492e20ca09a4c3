import gc
gc.collect(); gc.disable()
class A:
    def m(self): pass
    @classmethod
    def c(cls): pass
a = A(); a.f = a.m; a.g = a.c
del a
print(gc.collect())
l = []; l.append(l.append)
del l
print(gc.collect())
