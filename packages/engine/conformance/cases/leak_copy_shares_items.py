import copy, weakref
class A: pass
l = [A(), A()]
rs = [weakref.ref(x) for x in l]
s = copy.copy(l); d = copy.deepcopy(l)
l.clear()
print([r() is not None for r in rs], d[0] is s[0])
del s
print([r() is not None for r in rs])
