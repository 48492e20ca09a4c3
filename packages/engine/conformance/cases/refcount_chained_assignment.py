import sys
a = b = c = []
print(sys.getrefcount(a))
d = [a, b, [c]]
print(sys.getrefcount(a))
b = c = None
print(sys.getrefcount(a))
del d
print(sys.getrefcount(a))
