import weakref
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A{self.n}"
d = weakref.WeakValueDictionary()
a = A(1)
print(d.setdefault("k", a) is a, d.setdefault("k", A(2)) is a)
print(d.pop("k") is a, d.pop("k", None), len(d))
d["x"] = A(3)
print("x" in d, dict(d))
k = weakref.WeakKeyDictionary({a: "v"})
print(k.popitem()[1], len(k))
