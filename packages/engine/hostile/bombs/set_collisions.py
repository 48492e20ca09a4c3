# must: limit
class A:
    def __hash__(self): return 1
s = set()
for i in range(100000):
    s.add(A())
