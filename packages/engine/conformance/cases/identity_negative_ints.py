a = -5
b = -5
print(a is b)
c = -6
d = -6
print(c is d)
e = -6; f = -6
print(e is f, -300 is -300)
