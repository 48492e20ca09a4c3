import sys
def inner(o):
    yield sys.getrefcount(o)
def outer(o):
    yield sys.getrefcount(o)
    yield from inner(o)
    yield sys.getrefcount(o)
x = []
print(list(outer(x)), list(outer([])))
g = outer(x); next(g)
print(sys.getrefcount(x))
next(g)
print(sys.getrefcount(x))
