import sys
rc = sys.getrefcount
x = object()
l = [x] * 3
print(rc(x))
m = l[:2]
print(rc(x))
t = tuple(l)
print(rc(x))
s = {x}
d = {x: x}
print(rc(x))
l[1:] = []
print(rc(x))
l *= 4
print(rc(x))
del m, t, s, d
print(rc(x))
l.clear()
print(rc(x))
