import sys, collections
o = object()
od = collections.OrderedDict(); od["k"] = o
print(sys.getrefcount(o))
od.move_to_end("k")
c = collections.Counter([o, o])
dd = collections.defaultdict(list); dd[o].append(o)
print(sys.getrefcount(o), c[o])
od.popitem(); del dd[o]
print(sys.getrefcount(o))
