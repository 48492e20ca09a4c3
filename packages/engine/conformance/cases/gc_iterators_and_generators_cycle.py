import gc
gc.collect(); gc.disable()
l = []; l.append(iter(l)); del l
print(gc.collect())
d = {}; d["i"] = iter(d.values()); del d
print(gc.collect())
l = []; l.append(map(str, l)); del l
print(gc.collect())
l = []; l.append(x for x in l); del l
print(gc.collect())
l = []; l.append(enumerate(l)); l.append(zip(l, l)); del l
print(gc.collect())
