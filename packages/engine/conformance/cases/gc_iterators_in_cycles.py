import gc
gc.collect()
gc.disable()
for make in (iter, enumerate, zip, lambda l: map(str, l), lambda l: filter(None, l), reversed):
    l = []
    l.append(make(l))
    del l
    print(gc.collect())
