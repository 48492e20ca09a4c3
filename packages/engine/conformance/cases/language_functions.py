# functions
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6))
for call in ("f()", "f(1)", "f(1,2,3,c=1,c2=2,a=3)", "f(1, c=2, **{'a':3})", "f(*[1,2],**{'c':1,'d':2})", "f(1,2,c=3,**{1:2})"):
    try: print(call, eval(call))
    except TypeError as e: print(call, e)
def g(a, b, /, c, *, d): return a, b, c, d
for call in ("g(1,2,3,d=4)", "g(1,2,c=3,d=4)", "g(1,b=2,c=3,d=4)", "g(1,2,3,4)", "g(1,2)", "g(1)", "g(1,2,3)", "g(1,2,3,4,5,d=3)", "g(1,2,3,d=4,e=5)"):
    try: print(call, eval(call))
    except TypeError as e: print(call, e)
def h(): pass
for call in ("h(1)", "h(1,2)", "h(x=1)", "h(*3)", "h(**3)"):
    try: print(call, eval(call))
    except TypeError as e: print(call, e)
class A:
    def m(self, x): return x
for call in ("A().m()", "A().m(1,2)", "A.m()", "A(1)"):
    try: print(call, eval(call))
    except TypeError as e: print(call, e)
print((lambda *a, **k: (a, k))(1, x=2))
def deco(n):
    def w(fn):
        def inner(*a): return n, fn(*a)
        return inner
    return w
@deco(1)
@deco(2)
def k(x): return x
print(k(3), k.__name__, k.__qualname__, f.__defaults__, f.__kwdefaults__)
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
i = outer(); i(); print(i(), i.__closure__[0].cell_contents, i.__code__.co_freevars)
def rec(n): return 1 if n == 0 else n * rec(n-1)
print(rec(20))
def deep(n): return deep(n+1)
try: deep(0)
except RecursionError as e: print(e)
x = 5
def scope():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 1
    del x
    try: x
    except NameError as e: print(type(e).__name__, e)
    try: undefined
    except NameError as e: print(e)
scope()
def free():
    def inner(): return y
    try: inner()
    except NameError as e: print(e)
    y = 1
    return inner()
print(free())
