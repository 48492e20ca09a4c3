import sys
class S(str): pass
class C: pass
d = {"a": 1}
size = sys.getsizeof(d)
d[S("a")] = 2
print(d, type(list(d)[0]).__name__, sys.getsizeof(d) - size)
o = C()
o.a = 1
o.__dict__[S("a")] = 2
print(o.a, type(list(o.__dict__)[0]).__name__)
p = C()
p.__dict__[S("a")] = 3
print(p.a, list(p.__dict__), type(list(p.__dict__)[0]).__name__)
