import sys
def f(e):
    try: raise e
    except ValueError as x:
        return sys.getrefcount(x), sys.getrefcount(e)
v = ValueError("v")
print(f(v), sys.getrefcount(v))
try:
    try: raise v
    except ValueError as a: raise KeyError("k") from a
except KeyError as b:
    print(b.__cause__ is v, sys.getrefcount(v), sys.getrefcount(b))
print(sys.getrefcount(v))
