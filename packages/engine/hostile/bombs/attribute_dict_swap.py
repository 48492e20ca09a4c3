# must: end
class A: pass
a = A()
a.x = 1
a.__dict__ = {"y": 2}
print(a.y, hasattr(a, "x"))
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)
a.__dict__[5] = 6
print(sorted(map(str, dir(a)))[:1])
