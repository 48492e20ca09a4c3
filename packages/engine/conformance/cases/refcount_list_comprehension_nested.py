import sys
o = object()
l = [[o] for _ in range(3)]
print(sys.getrefcount(o))
m = [x for row in l for x in row]
print(sys.getrefcount(o))
def f():
    p = object()
    q = [[p, p] for _ in range(2)]
    return sys.getrefcount(p), [sys.getrefcount(x) for r in q for x in r]
print(f())
