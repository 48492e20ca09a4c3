import sys
o = object()
s = {o}
f = frozenset(s)
u = s | f
print(sys.getrefcount(o))
s.discard(o)
print(sys.getrefcount(o))
s.add(o); s.add(o)
print(sys.getrefcount(o))
del f, u
print(sys.getrefcount(o))
