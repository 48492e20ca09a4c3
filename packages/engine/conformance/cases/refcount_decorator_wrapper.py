import sys
def deco(fn):
    def wrapper(*args, **kw):
        return fn(*args, **kw)
    return wrapper
@deco
def f(o): return sys.getrefcount(o)
x = []
print(f(x), f([]), f(o=x))
