import functools
def d(f):
    @functools.wraps(f)
    def w(*a: int) -> str: return f(*a)
    return w
@d
def g(x: int, y: "str" = 1) -> None: "doc"
print(g.__name__, g.__doc__, g.__wrapped__.__name__, g.__annotations__, g.__dict__.keys(), functools.WRAPPER_ASSIGNMENTS)
@functools.wraps(len)
def h(): pass
print(h.__name__, h.__wrapped__ is len, h.__dict__.keys())
p = functools.update_wrapper(functools.partial(g, 1), g)
print(sorted(p.__dict__))
class C:
    @d
    def m(self) -> int: return 1
print(C.m.__qualname__, C().m(), C.m.__annotations__)
