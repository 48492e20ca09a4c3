# match, f-strings, misc
x = 3.14159; n = 42; s = "hi"
print(f"{x:.2f} {n:05d} {s!r:>6} {n:x} {n=} {s:^{n-32}}| {{}} {x!s} {'a' 'b'}")
print(f"{n:,} {-n:+d} {1e10:g} {True} {None} {[1,2]} {n!a}")
print("%s %d %5.2f %r %%" % ("a", 3, 2.5, "q"), "{} {1} {0!r:>4}".format if False else "{0} {1}".format(1, 2))
print("a" "b", 'x' * 3, r"\n", b"ab", "\u00e9", '\x41', """m
l""")
a = [1, 2, 3, 4, 5]
print(a[1:3], a[::-1], a[-2:], a[:2] + a[3:]); a[1:3] = [9]; print(a); del a[0], a[-1]; print(a)
a += [7]; a *= 2; print(a)
b = c = []; b.append(1); print(c, b is c)
i = 10; i //= 3; i **= 2; i <<= 1; i |= 1; i ^= 3; i &= 30; i %= 7; i -= 1; print(i)
print(7 // 2, -7 // 2, 7 % -3, 2 ** 10, 2 ** -1, 7 / 2, 1 << 70, ~5, 5 & 3 | 8 ^ 1, 10 ** 20, 3 @ 4 if False else "")
print(1 == 1.0, 1 is 1, "a" in "abc", 3 not in [1], None is None, [] == [], () is ())
d = {"a": 1, **{"b": 2}}; d["c"] = 3; del d["a"]; print(d, "b" in d, list(d.items()))
print({1, 2} | {3}, {1, 2} & {2}, frozenset([1]), set())
print(len("abc"), sorted([3, 1, 2], reverse=True), list(map(str, [1, 2])), list(filter(None, [0, 1])), list(enumerate("ab", 1)), list(zip([1], [2])), any([0, 1]), all([]), sum([1, 2], 3), min(3, 1), max([1, 5]), abs(-3), divmod(7, 2), round(2.5), pow(2, 3, 5), ord("a"), chr(98), hex(255), bin(5), oct(8), isinstance(1, int))
def fn(): global GG; GG = 1
fn(); print(GG)
print(type(lambda: 0), type(fn), type(print), type(1), type(None), type(...), NotImplemented)
exec("q = 5; print(q)"); print(eval("q + 1"), eval("a", {"a": 3}))
ns = {}; exec("def z(): return 8", ns); print(ns["z"]())
print([*map(lambda v: v * 2, (1, 2))], (lambda a, b=2: a + b)(1))
print(1_000, 0xff, 0o17, 0b11, 1e3, 1j * 1j, 2 + 3j, -0.0, 1.0, 1e100, float("inf"))
import sys as system
from sys import getrefcount as grc, maxsize
print(system.maxsize == maxsize)
try: import nonexistent_mod
except ImportError as e: print(type(e).__name__, e)
try: from sys import nope
except ImportError as e: print(e)
t = (1,); print(t, (), (1, 2), 1,)
print("a" < "b" <= "c", (1, 2) < (1, 3), [1] > [0, 5])
def locs(a, b=1): c = 3; return sorted(locals().items())
print(locs(0), "locs" in globals(), __name__)
print(repr("it's"), repr('q"'), repr("a\nb\t\\"), ascii("é"), str(b"x"))
print(*[1, 2], sep="-", end="!\n")
z = y = 1, 2; print(z, y)
if (m := len("four")) > 3: print(m)
print(__debug__, bool(""), int("12") + int(3.9), float("1.5"), str(1.0), list("ab"), tuple([1]), dict(a=1), dict([(1, 2)]))
for k, (v, w) in {"a": (1, 2)}.items(): print(k, v, w)
else: print("done")
x: int = 5; print(x)
lst = [0] * 3; lst[0], lst[1] = lst[1], 5; print(lst)
print([] or "empty", 0 and 1, "x" and "y", not [])
def star(*, a): return a
print(star(a=1), star(**{"a": 2}))
class K: pass
k = K(); k.a = k; k.a.a.b = 4; print(k.b); del k.b; print(hasattr(k, "b"))
print("%(a)s %(b)05d" % {"a": 1, "b": 2}, "%c%x" % (65, 255), "%-5s|%+d" % ("a", 5))
print(("a", "b")[1], "abc"[-1], [1, 2, 3][1:][0], {"a": {"b": 1}}["a"]["b"])
