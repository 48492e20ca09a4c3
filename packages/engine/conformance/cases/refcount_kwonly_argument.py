import sys
def f(*, a, b=None):
    return sys.getrefcount(a), sys.getrefcount(b) if b is not None else None
x = []
print(f(a=x), f(a=x, b=x), f(a=[]))
def g():
    y = []
    return f(a=y), f(b=y, a=y)
print(g())
