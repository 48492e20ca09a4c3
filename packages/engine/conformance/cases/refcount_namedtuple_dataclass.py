import sys, collections, dataclasses
P = collections.namedtuple("P", "a b")
@dataclasses.dataclass
class D:
    a: object
    b: object = None
o = object()
p = P(o, o); d = D(o)
print(sys.getrefcount(o))
q = p._replace(a=1); e = dataclasses.replace(d, b=o)
print(sys.getrefcount(o))
t = dataclasses.astuple(d); x, y = p
print(sys.getrefcount(o), len(t))
