import weakref
class Base:
    registry = []
    def __init__(self): Base.registry.append(self)
class A(Base): pass
a = A(); r = weakref.ref(a)
del a
print(r() is None, len(Base.registry))
Base.registry.clear()
print(r() is None)
