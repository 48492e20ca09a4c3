import sys, gc
def f(a):
    b = 2
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, fr.f_back.f_code.co_name, sorted(fr.f_locals), fr.f_globals is globals())
    return fr
fr = f(1)
print(fr.f_locals["a"], repr(fr.f_back)[:6], fr.f_lineno > 0)
fr.clear(); print(dict(fr.f_locals))
def g():
    try: 1 / 0
    except ZeroDivisionError as e: return e
e = g()
t = e.__traceback__
print(t.tb_lineno, t.tb_next, t.tb_frame.f_code.co_name, sorted(t.tb_frame.f_locals), type(t).__name__)
def outer():
    def inner(): raise KeyError("k")
    inner()
try: outer()
except KeyError as e:
    t = e.__traceback__; names = []
    while t: names.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    print(names)
    saved = e
saved2 = saved.with_traceback(None); print(saved2 is saved, saved.__traceback__)
def gen():
    x = 1
    yield sys._getframe().f_back.f_code.co_name
    yield x
ge = gen(); print(next(ge), ge.gi_frame.f_lineno, ge.gi_frame.f_locals["x"], ge.gi_frame.f_back)
list(ge); print(ge.gi_frame)
def loc():
    a = 1
    d = locals(); d["z"] = 5
    b = 2
    return sorted(locals())
print(loc())
def clo():
    v = []
    def h(): return v
    return sorted(locals()), h
print(clo()[0])
class K:
    a = 1
    print(sorted(k for k in locals() if not k.startswith("__")))
exec("def q(): return zz\nzz = 4"); print(q())
def ex():
    y = 1
    exec("y = 2")
    return y, eval("y + 1")
print(ex())
ns = {"v": 3}; exec("w = v + 1; del v", ns); print(sorted(k for k in ns if k != "__builtins__"), ns["w"])
print(eval("[v for v in range(w)]", {"w": 3}), eval(compile("1+1", "s", "eval")))
for src in ("1 +", "def", "return 1", "x = = 1", "break", "f(**1, *2)", "a b", "nonlocal x", "yield 1", "def f(a, a): pass", "def f():\n  x = 1\n  global x", "del f()", "1 = 2", "(a, b) += 1", "*a = 1", "x = *a", "continue", "class C:\n  return", "def f(): nonlocal zz", "f() = 1", "with x as 1: pass", "import a.b as c.d", "lambda x=: 1", "print 'a'", "[x := 1 for x in y]", "{**a for a in b}", "async def f(): yield from x", "try: pass", "def f(x, *): pass", "f(a=1, a=2)", "f(a for a in b, 1)", "'abc", "(", ")", "x = 0777", "if x:\npass"):
    try: exec(src); print("no error", src)
    except SyntaxError as e: print(repr(src), type(e).__name__, e.msg, e.lineno)
    except Exception as e: print(repr(src), "OTHER", type(e).__name__, e)
def rec(n):
    if n: return rec(n - 1)
    return sum(1 for _ in iter(lambda f=[sys._getframe()]: f.__setitem__(0, f[0].f_back) or f[0], None))
print(rec(5) >= 6)
class Meta(type):
    @classmethod
    def __prepare__(m, n, b, **k): print("prep", n, k); return {"inj": 1}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, ns)
    def __init__(s, *a, **k): pass
class W(metaclass=Meta, z=1): y = inj
print(W.y, W.inj)
def deco(c): c.tag = 1; return c
@deco
class T: pass
print(T.tag)
x = [1, 2, 3]; x[0], x[1] = x[1], x[0]; print(x)
i = 0; a = [0, 0, 0]; i, a[i] = 1, 9; print(a)
def side(n): print("s", n); return n
d = {side(1): side(2), side(3): side(4)}
side(5) if side(0) else side(6)
r = [side(1), side(2)][side(0)]
def kw(*a, **k): return a, k
print(kw(side(1), *[side(2)], k=side(3), **{"z": side(4)}))
o = type("O", (), {})(); o.v = [1]
o.v[side(0)] += side(7); print(o.v)
print([*range(3), *[4]], {**{1: 2}, 3: 4}, (*"ab",), [(yield_ := 3), yield_])
for x in []: pass
else: print("empty else")
def multi(): return 1, *[2, 3]
print(multi())
print((lambda: (yield))().__class__.__name__, [lambda: i for i in range(2)][0]())
print(f"{'nested ' + f'{1 + 1}'} {3!r:>5} {{x}} {x=}" if x else "", "%s" % (1,), f"{1:{2}}")
assert (1, 2) > (1,), "no"
print(not None, ~True, -True, +False, 3 if 0 else 4, 1 if 1 else 2)
del x
try: print(x)
except NameError as e: print(e)
global_in_loop = 0
def gl():
    global global_in_loop
    for global_in_loop in range(3): pass
gl(); print(global_in_loop)
