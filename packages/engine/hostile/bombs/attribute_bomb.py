# must: answer or limit
class A: pass
a = A()
for i in range(50000):
    setattr(a, "x%d" % i, i)
print(len(a.__dict__))
