# must: limit
d = {}
class M:
    def keys(self):
        i = 0
        while True:
            i += 1
            yield i
    def __getitem__(self, k): return k
d.update(M())
