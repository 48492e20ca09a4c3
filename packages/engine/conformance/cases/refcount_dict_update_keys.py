import sys
class M:
    def keys(self):
        print("rc", sys.getrefcount(self))
        return ["a"]
    def __getitem__(self, k):
        print("gi", sys.getrefcount(self))
        return 1
m = M()
d = {}
d.update(m)
d2 = dict(m)
print(d, d2, sys.getrefcount(m))
