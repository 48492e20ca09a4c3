import gc
gc.collect()
l = []; l.append(l)
n = gc.get_freeze_count()
gc.freeze()
print(gc.get_freeze_count() > n)
del l
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect() >= 1)
