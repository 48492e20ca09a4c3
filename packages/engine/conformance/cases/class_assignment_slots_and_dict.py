class J: __slots__ = ["c", "b"]
class N(J): __slots__ = ["__weakref__"]
class P(J): __slots__ = ["__dict__"]
class Q(J): pass
class R(J): __slots__ = ["__dict__", "__weakref__"]
class H: __slots__ = ["a"]
class I: __slots__ = ["a"]
class L(H): __slots__ = ["e"]
class M(I): __slots__ = ["e"]
for first in J, N, P, Q, R, H, I, L, M:
    row = []
    for second in J, N, P, Q, R, H, I, L, M:
        x = first()
        try:
            x.__class__ = second
            row.append("y" if type(x) is second else "?")
        except TypeError:
            row.append("-")
    print(first.__name__, *row)
