import sys
def f():
    try: raise KeyError("a")
    except KeyError as k:
        try: raise ValueError("b")
        except ValueError as v: return v.__context__ is k, sys.getrefcount(k), sys.getrefcount(v)
print(f())
try: 1 / 0
except ZeroDivisionError as e:
    print(sys.exc_info()[1] is e, sys.getrefcount(e))
