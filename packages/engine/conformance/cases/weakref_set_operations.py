import weakref
class A:
    def __init__(self, n): self.n = n
a, b, c = A(1), A(2), A(3)
s = weakref.WeakSet([a, b]); t = weakref.WeakSet([b, c])
print(sorted(x.n for x in s | t), sorted(x.n for x in s & t), sorted(x.n for x in s - t))
del b
import gc; gc.collect()
print(len(s), len(t), a in s, s.isdisjoint(t))
s.discard(a); print(len(s))
