a = [1]
b = a
a += [2]
print(a is b)
a = a + [3]
print(a is b, b)
c = (1,)
d = c
c += (2,)
print(c is d, d)
s = t = {1}
s |= {2}
print(s is t)
