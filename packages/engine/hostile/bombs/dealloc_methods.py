# must: answer or limit
class A:
    def m(self): pass
f = A().m
import types
for i in range(50000):
    f = types.MethodType(f, 1)
del f
print("gone")
