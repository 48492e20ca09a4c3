a = "123"
b = "123"
print(a is b, str(123) is a)
c = "_"
d = "_"
print(c is d)
e = "a1_b2"; f = "a1_b2"
print(e is f)
g = "a.b"
h = "a.b"
print(g is h)
