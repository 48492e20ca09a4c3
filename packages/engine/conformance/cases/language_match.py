def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "one-two"
        case "s": return "str"
        case [a, b]: return ("pair", a, b)
        case [a, *rest] if rest: return ("list", a, rest)
        case {"k": v, **r}: return ("map", v, r)
        case P(x=1, y=yy): return ("P1", yy)
        case P(a, b): return ("P", a, b)
        case int(n) if n > 100: return ("big", n)
        case str() as s: return ("text", s)
        case None: return "none"
        case (float() | complex()) as z: return ("num", z)
        case _: return "other"
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
for v in (0, 1, 2, "s", (1, 2), [1, 2, 3], [], {"k": 1, "z": 2}, {}, P(1, 2), P(3, 4), 101, 5, "txt", None, 1.5, 2j, b"x"):
    print(f(v))
class Color: RED = 1
def g(v):
    match v:
        case Color.RED: return "red"
        case [Color.RED, [x, y]] | [x, y, _]: return (x, y)
        case [[a, b], c] as w: return a, b, c, w
    return "none"
print(g(1), g([1, [2, 3]]), g([4, 5, 6]), g([[1, 2], 3]), g(9))
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
