import dataclasses
@dataclasses.dataclass
class A:
    a: int
    b: list = dataclasses.field(default_factory=list)
    c: str = "c"
print(A(1), A.__init__.__annotations__, A.__repr__.__qualname__, A.__eq__.__qualname__)
@dataclasses.dataclass(frozen=True, order=True)
class B(A if 0 else object):
    x: int = 0
    k: object = None
b = B(); b2 = B(1, b)
print(b, b2, hash(b) == hash(B()), b < b2, b2.k is b)
try:
    b.x = 1
except Exception as e: print(type(e).__name__, e)
try:
    del b.x
except Exception as e: print(type(e).__name__, e)
try:
    @dataclasses.dataclass(order=True)
    class C:
        x: int
        def __lt__(self, o): return 1
except Exception as e: print(type(e).__name__, e)
try:
    @dataclasses.dataclass(frozen=True)
    class C:
        x: int
        def __setattr__(self, o): return 1
except Exception as e: print(type(e).__name__, e)
@dataclasses.dataclass
class R:
    me: object = None
r = R(); r.me = r; print(r)
@dataclasses.dataclass(init=False, repr=False, eq=False)
class N: pass
print(N.__init__ is object.__init__)
