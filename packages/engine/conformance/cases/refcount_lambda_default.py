import sys
x = []
f = lambda a=x: sys.getrefcount(a)
print(f(), f([]), sys.getrefcount(x))
g = [lambda a=i: a for i in (x, x)]
print(sys.getrefcount(x))
del f, g
print(sys.getrefcount(x))
