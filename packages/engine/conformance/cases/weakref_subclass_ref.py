import weakref
class R(weakref.ref):
    def __init__(self, o, cb=None, tag=""):
        super().__init__(o, cb)
        self.tag = tag
    def __new__(cls, o, cb=None, tag=""): return super().__new__(cls, o, cb)
class A: pass
a = A()
r, s = R(a, tag="x"), R(a, tag="y")
print(r is s, r.tag, s.tag, r() is a, r == s, weakref.getweakrefcount(a))
del a
print(r() is None, r == s)
