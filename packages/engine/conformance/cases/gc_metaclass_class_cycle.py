import gc
gc.collect(); gc.disable()
class M(type): pass
class A(metaclass=M): pass
del A
print(gc.collect())
class B:
    x = 1
    def f(self): return __class__
del B
print(gc.collect())
class C:
    __slots__ = ("a", "b")
del C
print(gc.collect())
