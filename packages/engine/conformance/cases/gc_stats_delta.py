import gc
gc.collect(); gc.disable()
before = gc.get_stats()
for _ in range(3):
    l = []; l.append(l)
del l
gc.collect(); gc.collect(0)
after = gc.get_stats()
print([a["collections"] - b["collections"] for a, b in zip(after, before)])
print([a["collected"] - b["collected"] for a, b in zip(after, before)], len(after))
