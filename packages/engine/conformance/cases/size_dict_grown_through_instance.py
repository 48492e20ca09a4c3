import sys
class Plain: pass
a, b = Plain(), Plain()
for i in range(7): setattr(a, "x%d" % i, i)
print(sys.getsizeof(a.__dict__), sys.getsizeof(b.__dict__), sys.getsizeof(Plain))
b.__dict__["y"] = 1
c = Plain()
print(sys.getsizeof(b.__dict__), sys.getsizeof(c.__dict__), sys.getsizeof(Plain))
del a.x0
print(sys.getsizeof(a.__dict__), sys.getsizeof(Plain().__dict__), sys.getsizeof(Plain))
a.__dict__.clear(); a.z = 1
print(sys.getsizeof(a.__dict__), list(a.__dict__))
