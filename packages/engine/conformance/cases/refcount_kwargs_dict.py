import sys
def f(**kw):
    return sys.getrefcount(kw["x"]), sys.getrefcount(kw)
o = object()
print(f(x=o))
print(f(**{"x": o}))
d = {"x": o}
print(f(**d))
print(sys.getrefcount(o))
