# Functions whose loads of locals were recorded with each interpreter's own dis (see record_loads.py).
def returned(x): return x
def argument(x): g(x)
def attribute(x): return x.a
def stored_attribute(x, y): x.a = y
def subscript(x, y): return x[y]
def operator(x, y): return x + y
def displays(x, y): return [x], (x, y), {x: y}, {x}
def formatted(x): return f"{x} {x!r:>{x}}"
def loop(x):
    for i in x: g(i)
def yielded(x): yield x
def managed(x):
    with x as y: g(y)
def managed_branch(x):
    with x:
        if x: g(x)
def raised(x): raise x
def asserted(x): assert x, x
def starred(x): return g(*x)
def captured(x): return lambda y=x: y
def alias(x):
    y = x
    return y
def swap(x, y):
    x, y = y, x
    return x
def rotate(x, y, z):
    x, y, z = z, x, y
    return x, y, z
def either(x, y): return x or y
def both(x, y): return g(x and y)
def conditional(x, y, c):
    z = x if c else y
    return z
def conditional_argument(x, y, c): return g(x if c else y)
def walrus(x, y): return g(x, y := x)
def unset(x):
    for i in x: pass
    return i
def deleted(x):
    y = x
    del y
    return y
def rebound(x): x = g(x); return x
def closure(x):
    def inner(): return x
    return inner
def comprehension(x): return [i for i in x if i]
def dict_comprehension(x): return {k: v for k, v in x}
def generator(x): return (i for i in x)
def chained(x, y, z): return x < y < z
def augmented(x, y):
    x += y
    x.a += y
    x[y] += y
def unpacked(x):
    a, *b = x
    return a, b
def method_call(x, y): return x.m(y, k=y)
def handler_raises(x):
    try: y = g(x)
    except E: raise K
    return h(x, y)
def handler_passes(x):
    try: y = g(x)
    except E: y = 1
    return h(x, y)
def handler_named(x):
    try: g(x)
    except E as e: h(e, x)
def finalized(x):
    try: g(x)
    finally: h(x)
    h(x)
def looped_try(x):
    for i in x:
        try: g(i)
        except E: continue
        h(x, i)
    h(x)
def matched(x):
    match x:
        case [a, b]: return a, b
        case {"k": v}: return v
        case C(a=c) if c: return c
    return x
def while_else(x):
    while x:
        if x.y: break
        x = x.z
    else: return None
    return x
def same_line(x): y = x.a; g(y, y)
def super_call(self):
    class C:
        def m(self, x): return super().m(x)
    return C
