import gc
gc.collect(); gc.disable()
class K: pass
k = K(); k.s = {k}; del k
print(gc.collect())
k = K(); k.f = frozenset([k]); del k
print(gc.collect())
k = K(); k.d = {k: k}; del k
print(gc.collect())
