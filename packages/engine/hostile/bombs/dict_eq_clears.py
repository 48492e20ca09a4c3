# must: end
class A:
    def __hash__(self): return 1
    def __eq__(self, o):
        d.clear()
        return False
d = {}
d[A()] = 1
d[A()] = 2
try:
    d[A()]
except KeyError:
    print("missing")
print(len(d))
