import sys, contextlib
@contextlib.contextmanager
def cm(o):
    print(sys.getrefcount(o))
    yield o
    print(sys.getrefcount(o))
x = object()
with cm(x) as y: print(sys.getrefcount(x), y is x)
print(sys.getrefcount(x))
