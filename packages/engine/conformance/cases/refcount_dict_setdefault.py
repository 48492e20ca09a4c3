import sys
o = object()
d = {}
d.setdefault("k", o)
print(sys.getrefcount(o))
d.setdefault("k", o)
print(sys.getrefcount(o))
d["k"] = None
print(sys.getrefcount(o))
