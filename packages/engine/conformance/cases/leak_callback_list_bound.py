import weakref
class Bus:
    def __init__(self): self.subs = []
    def on(self, f): self.subs.append(weakref.WeakMethod(f))
    def fire(self): return sum(f() is not None for f in self.subs)
class V:
    def hit(self): pass
bus = Bus(); v = V()
bus.on(v.hit)
print(bus.fire())
del v
print(bus.fire(), len(bus.subs))
