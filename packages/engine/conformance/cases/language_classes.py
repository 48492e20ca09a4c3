# classes
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        c = super().__new__(m, name, bases, ns); c.kw = kw; return c
    def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(c, *a): return super().__call__(*a)
class A(metaclass=Meta, opt=1):
    x = 1
    def __init__(self, v=0): self.v = v
    @property
    def p(self): return self.v
    @p.setter
    def p(self, n): self.v = n
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __getattr__(self, n): return "dyn_" + n
    def __add__(self, o): return A(self.v + (o.v if isinstance(o, A) else o))
    def __radd__(self, o): return A(o + self.v)
    def __iadd__(self, o): self.v += o; return self
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return (i.start, i.stop, i.step)
        if i > 2: raise IndexError(i)
        return i * 10
    def __contains__(self, x): return x == 7
    def __call__(self, *a): return a
    def __repr__(self): return f"{type(self).__name__}({self.v})"
    def __bool__(self): return self.v != 0
a = A(5); a.p = 6
print(a, a.p, A.s(1), a.s(2), A.c(), a.c(), A.kw, a.zzz, a + 1, 1 + a, a + a, len(a), a[1], a[1:2], list(a), 7 in a, a(1, 2), bool(a), a == A(6), {a: 1}[A(6)])
a += 10; print(a)
class B(A):
    def __init__(self): super().__init__(9); self._B__x = 1; self.__y = 2
    def c2(self): return super().c(), __class__.__name__, self.__y
print(B(), B().c2(), B.__mro__, B.__qualname__, B.__module__, sorted(k for k in B().__dict__))
class D:
    def __get__(self, o, t): return ("get", o is None)
    def __set__(self, o, v): print("set", v)
    def __set_name__(self, o, n): print("name", o.__name__, n)
class E: d = D()
E().d = 3; print(E.d, E().d)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1
try: s.c = 1
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
class Base:
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
class Sub(Base, k=1): pass
def make():
    class Local:
        class Inner: pass
        def m(self): pass
    return Local
L = make(); print(L.__qualname__, L.Inner.__qualname__, L.m.__qualname__)
class X:
    a = 1
    b = [a for _ in (1,)] if False else a
    def f(self): return a if False else X.a
    exec("dyn = 3")
print(X.dyn, X().f())
try: A.nope
except AttributeError as e: print(e)
try: s.nope
except AttributeError as e: print(e)
class I(int):
    def __new__(c, v): return super().__new__(c, v + 1)
print(I(3), I(3) + 1, type(I(3)))
class L2(list):
    def append(self, x): super().append(x * 2)
l = L2(); l.append(2); print(l, len(l))
class Err(Exception):
    def __init__(self, code): super().__init__("code", code); self.code = code
try: raise Err(3)
except Err as e: print(e, repr(e), e.code, e.args)
print(isinstance(3, (int, str)), issubclass(B, A), type(a).__name__, type("T", (A,), {"q": 1}).q, callable(a), hasattr(s, "a"), getattr(s, "zz", "def"))
class W:
    def __del__(self): print("del W")
w = W(); w = None
class O:
    def __lt__(s, o): return True
    def __gt__(s, o): return False
print(O() < O(), O() > 1)
try: O() <= O()
except TypeError as e: print(e)
try: O() + 1
except TypeError as e: print(e)
x = 3
class Scope:
    x = x + 1
    def get(self): return x
print(Scope.x, Scope().get())
class V:
    global gv
    gv = 7
print(gv)
print([c.__name__ for c in Base.__subclasses__()], A.__dict__["x"], vars(s) if hasattr(s, "__dict__") else "nodict")
class Ann:
    a: int = 1
    b: "str"
print(Ann.__annotations__)
def an(a: int, b: "x" = 1) -> float: pass
print(an.__annotations__)
