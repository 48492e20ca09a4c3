import weakref
class A:
    def __init__(self, n): self.n = n
d = weakref.WeakValueDictionary()
keep = [A(i) for i in range(4)]
for a in keep: d[a.n] = a
del a
print(sorted(d), [v.n for v in d.values()])
del keep[1:3]
print(sorted(d.keys()), len(d), 1 in d, d.get(2), d.get(3).n)
d.pop(0)
print(list(d))
