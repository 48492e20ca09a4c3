import sys
rc = sys.getrefcount
class K:
    def __lt__(self, other):
        seen.append((rc(self), rc(other)))
        return False
seen = []
l = [K(), K()]
l.sort()
print(seen)
seen = []
sorted([K(), K()])
print(seen)
print(sorted([[1], [0]], key=rc))
l = [[1], [0]]
l.sort(key=lambda x: print(rc(x), len(l)) or 0)
