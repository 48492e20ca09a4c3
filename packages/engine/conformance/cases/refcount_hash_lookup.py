import sys
class K:
    def __hash__(self): print("hash", sys.getrefcount(self)); return 1
    def __eq__(self, o): print("eq", sys.getrefcount(self), sys.getrefcount(o)); return True
a, b = K(), K()
d = {a: 1}
d[b] = 2
print(len(d), sys.getrefcount(a), sys.getrefcount(b))
b in d
s = {a}; s.add(b)
print(sys.getrefcount(a), sys.getrefcount(b))
