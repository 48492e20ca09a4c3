import gc, weakref
class Session:
    registry = {}
    def __init__(self, uid): self.uid = uid; Session.registry[uid] = self; self.events = [lambda: self.uid]
    @classmethod
    def end(cls, uid): return cls.registry.pop(uid, None)
    def __del__(self): print("session", self.uid, "ended")
for u in (1, 2): Session(u)
print(list(Session.registry)); r = weakref.ref(Session.registry[1])
Session.end(1); print(r() is not None); print(gc.collect() > 0, r())
s = Session.end(2); s.events.clear(); del s; print("bottom", Session.registry)
