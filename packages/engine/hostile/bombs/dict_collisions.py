# must: limit
class A:
    def __hash__(self): return 1
d = {}
for i in range(100000):
    d[A()] = i
