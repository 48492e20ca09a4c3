import gc, collections, types
gc.collect(); gc.disable()
P = collections.namedtuple("P", "a")
p = P([]); p.a.append(p)
del p
print(gc.collect())
s = types.SimpleNamespace(); s.me = s
del s
print(gc.collect())
m = types.ModuleType("m"); m.self = m
del m
print(gc.collect())
