import gc, collections
gc.collect(); gc.disable()
d = collections.OrderedDict(); d["me"] = d
del d
print(gc.collect())
e = collections.defaultdict(list); e["x"].append(e)
del e
print(gc.collect())
c = collections.ChainMap({}); c.maps.append(c)
del c
print(gc.collect())
