import sys
a, b = object(), object()
d = {k: v for k, v in ((a, b), (b, a))}
print(sys.getrefcount(a), sys.getrefcount(b))
e = dict(d); f = {**d, **e}
print(sys.getrefcount(a))
d.clear(); e.clear(); f.clear()
print(sys.getrefcount(a))
