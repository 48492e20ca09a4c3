# control flow, exceptions
def t(n):
    r = []
    for i in range(5):
        try:
            if i == n: continue
            if i == 3: break
            r.append(i)
        finally:
            r.append('f')
    else:
        r.append('else')
    return r
print(t(1), t(3), t(9))
def ret():
    for i in range(3):
        try:
            return i
        finally:
            print("fin", i)
print(ret())
def swallow():
    try: raise ValueError(1)
    finally: return 2
print(swallow())
def nested():
    try:
        try: raise KeyError("a")
        except KeyError as e:
            raise ValueError("b") from e
    except ValueError as e:
        return repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__
print(nested())
def ctx():
    try:
        try: 1/0
        except ZeroDivisionError: undefined_name
    except NameError as e:
        return repr(e.__context__)
print(ctx())
import sys
def exc_info():
    try: raise ValueError("x")
    except ValueError:
        print(sys.exc_info()[0].__name__, sys.exc_info()[1])
        try: raise KeyError("y")
        except KeyError: print(sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info())
exc_info()
try:
    try: raise ValueError("re")
    except ValueError: raise
except ValueError as e: print("again", e)
try: raise
except RuntimeError as e: print(e)
try: raise 3
except TypeError as e: print(e)
try: raise ValueError from 3
except TypeError as e: print(e)
try:
    try: raise ValueError
    except 3: pass
except TypeError as e: print(e)
class CM:
    def __init__(self, n, sup=False): self.n, self.sup = n, sup
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, *a): print("exit", self.n, a[0] and a[0].__name__); return self.sup
with CM(1) as a, CM(2, True) as b:
    raise KeyError
print("after")
def w():
    with CM(3):
        return "ret"
print(w())
for i in range(2):
    with CM(i): continue
try:
    with 3: pass
except (AttributeError, TypeError) as e: print(type(e).__name__, e)
while True:
    try: break
    finally: print("w")
else: print("no")
n = 0
while n < 3: n += 1
else: print("welse")
assert True
try: assert n == 4, "msg %d" % n
except AssertionError as e: print(repr(e))
try: assert False
except AssertionError as e: print(repr(e))
x = 1 if n else 2
print(x, n and 0 or 7, not n, 1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0 == 0)
del x
try: x
except NameError as e: print(e)
def f():
    try: return 1
    except Exception: return 2
    else: return 3
    finally: print("ff")
print(f())
def g():
    try: pass
    except Exception: return 2
    else: return 3
    finally: print("gg")
print(g())
def tb():
    try:
        def inner(): raise ValueError("in")
        inner()
    except ValueError as e:
        t = e.__traceback__
        while t: print(t.tb_lineno, t.tb_frame.f_code.co_name); t = t.tb_next
tb()
try: [].pop()
except (KeyError, IndexError) as e: print(type(e), e, e.args)
