import weakref
class A: pass
a = A()
seen = []
r = weakref.ref(a, seen.append)
print(weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r], r.__callback__ is not None)
del a
print(len(seen), seen[0] is r, r(), r.__callback__)
