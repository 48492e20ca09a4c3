class A: pass
a = A()
a.color = 1
k = list(a.__dict__)[0]
print(k is "color")
b = A()
setattr(b, "".join(["co", "lor"]), 2)
print(list(b.__dict__)[0] is k)
c = A()
c.__dict__["".join(["col", "or"])] = 3
print(list(c.__dict__)[0] is k)
