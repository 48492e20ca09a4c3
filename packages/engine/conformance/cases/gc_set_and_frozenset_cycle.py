import gc
gc.collect()
gc.disable()
class A: pass
a = A()
a.s = {a}
del a
print(gc.collect())
b = A()
b.f = frozenset([b, 1])
del b
print(gc.collect())
