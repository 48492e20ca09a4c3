import sys
o = object()
d = {"a": o, "b": o}
x = d.pop("a")
print(sys.getrefcount(o))
k, v = d.popitem()
print(sys.getrefcount(o), k)
del x, v
print(sys.getrefcount(o))
