# must: answer
class A: pass
class B: x = 5
a = A()
a.__class__ = B
print(a.x)
for v in (int, 5, type, list):
    try:
        a.__class__ = v
    except TypeError as e:
        print(e)
