import weakref
class LazyProperty:
    def __init__(self, fn):
        self.fn = fn
        self.cache = weakref.WeakKeyDictionary()
    def __get__(self, o, t=None):
        if o is None: return self
        if o not in self.cache:
            print("compute for", o.name)
            self.cache[o] = self.fn(o)
        return self.cache[o]
class User:
    def __init__(self, name): self.name = name
    @LazyProperty
    def profile(self): return {"name": self.name}
u = User("ann"); v = User("bob")
print(u.profile is u.profile, v.profile)
print(len(User.profile.cache))
del u
print(len(User.profile.cache))
class Leaky(User):
    @LazyProperty
    def selfref(self): return [self]
w = Leaky("cid")
w.selfref
del w
print(len(Leaky.selfref.cache))
