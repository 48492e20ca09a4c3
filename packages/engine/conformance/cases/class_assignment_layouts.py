import types
class C: pass
class G: __slots__ = ["a", "b"]
class H: __slots__ = ["b", "a"]
class K: __slots__ = ["a", "b", "d"]
class Int(int): __slots__ = []
class Mod(types.ModuleType): a = 1
class Meta(type): pass
def attempt(x, cls):
    try:
        x.__class__ = cls
        print("now", type(x).__name__)
    except TypeError as e:
        print(e)
g = G()
g.a = 1
attempt(g, H)
print(g.a)
for x, cls in [(g, K), (C(), G), (C(), list), ([], C), (C(), object), (True, int), (2, bool), (1, Int), (Int(1), int), (object(), int), (C, Meta)]:
    attempt(x, cls)
m = types.ModuleType("m")
attempt(m, Mod)
print(m.a)
attempt(m, types.ModuleType)
print(hasattr(m, "a"))
