from collections import namedtuple
P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), P._field_defaults, p == (1, 5), P._make([7, 8]))
for bad in (lambda: P(), lambda: P(1, 2, 3), lambda: p.z, lambda: namedtuple("Q", "a a")):
    try: bad()
    except Exception as e: print(type(e).__name__)
