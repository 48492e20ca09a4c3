import collections
u = collections.UserString("ab c")
print(u.upper(), u.split(), u + "x", "x" + u, u * 2, u.find("c"), "b" in u, u < "b", repr(u.title()), type(u.strip()))
d = collections.UserDict(a=1)
print(d.setdefault("b", 2), collections.UserDict.fromkeys("xy", 1), d == {"a": 1, "b": 2}, d.popitem(), d)
d.clear()
print(d, len(d))
c = collections.ChainMap({"a": 1}, {"b": 2})
print(c.setdefault("z", 3), c, c.popitem(), collections.ChainMap.fromkeys("ab", 0))
c.update(q=1)
c.update({"r": 2})
print(c)
try:
    collections.ChainMap({}).popitem()
except KeyError as error:
    print(error)
