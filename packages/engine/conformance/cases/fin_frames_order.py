# destruction order and timing in frames
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __add__(self, o): return D(self.n + o.n)
    def __eq__(self, o): return True
    def __getitem__(self, k): return 1
    def m(self, *a): pass
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", self.n)
def f(p, q, r): x = D("x"); y = D("y"); print("body")
f(D("p"), D("q"), D("r")); print("-")
def g(a, *b, c=None, **k): a = b = k = None; print("body")
g(D("a"), D("b1"), D("b2"), c=D("c"), z=D("z")); print("-")
def gen(a):
    b = D("b"); yield 1; c = D("c"); yield 2
it = gen(D("a")); next(it); next(it); del it; print("-")
for i in gen(D("a2")): break
print("-")
print(D("e1"), D("e2")) if False else None
D("t1") + D("t2"); print("-")
D("c1") == D("c2"); print("-")
D("s")[D("k")]; print("-")
D("o").m(D("x1"), D("x2")); print("-")
[D("l1"), D("l2")]; (D("t1"), D("t2")); {D: D("v")}; print("-")
def ret():
    a = D("ra"); b = D("rb")
    return a
ret(); print("-")
def exc():
    a = D("xa"); b = D("xb")
    raise ValueError(D("arg"))
try: exc()
except ValueError as e: print("handler")
print("-")
try:
    try: exc()
    except ValueError as e: raise KeyError
except KeyError: print("outer")
print("-")
with D("w1") as w, D("w2"): del w; print("in")
print("-")
x = D("x1"); x = D("x2"); x, y = D("x3"), D("y1"); x = y = None; print("-")
def clo():
    a = D("cell"); b = D("plain")
    def h(): return a
    c = D("last")
clo(); print("-")
def loop():
    for i in [D("i1"), D("i2")]: print("it", i.n)
    print("end")
loop(); print("-")
[D("lc%d" % i) for i in range(2)]; print("-")
sum(1 for d in (D("ge1"), D("ge2"))); print("-")
class K:
    a = D("ka"); b = D("kb")
del K
import gc; gc.collect(); print("-")
def default(a=D("def")): pass
del default; print("-")
lst = [D("1"), D("2"), D("3")]; lst[1:] = []; lst.clear(); print("-")
d = {1: D("d1"), 2: D("d2")}; d[1] = D("d1b"); del d[2]; d.clear(); print("-")
def swap(a, b): a, b = b, a; del a; print("s")
swap(D("sa"), D("sb")); print("-")
def tail(a): return (lambda: None)(), a.n
print(tail(D("ta"))); print("-")
def star(*a): return len(a)
print(star(D("st1"), D("st2")), star(*[D("st3")])); print("-")
def fin():
    a = D("fa")
    try: return a.n
    finally: del a; print("finally")
print(fin()); print("-")
print(f"{D('fs').n}", [D("q").n, D("r").n]); print("-")
z = D("z1") if D("cond") == 1 else D("z2"); print("-")
def w():
    while True:
        a = D("wa")
        if a: break
    print("after")
w(); print("-")
try: D("na").nope
except AttributeError: print("ae")
print("-")
def nested(a):
    def inner(b): raise KeyError
    try: inner(D("ib"))
    except KeyError: print("caught")
    print("done")
nested(D("na2")); print("end")
keep = D("exit")
