import gc
gc.collect(); gc.disable()
class A:
    @property
    def p(self): return 1
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
del A
print(gc.collect())
class B(Exception): pass
class C(list): pass
del B
print(gc.collect())
del C
print(gc.collect())
