import sys
x = object()
z = zip([x], [1])
t = next(z)
print(sys.getrefcount(x))
del t
print(sys.getrefcount(x))
del z
print(sys.getrefcount(x))
e = enumerate([x, 2])
next(e)
print(sys.getrefcount(x))
next(e)
print(sys.getrefcount(x))
