import sys
a, b = object(), object()
t = (a, b)
c, d = t
print(sys.getrefcount(a), sys.getrefcount(b))
(e, *rest) = [a, b, a]
print(sys.getrefcount(a), sys.getrefcount(rest), len(rest))
c = d = e = None
print(sys.getrefcount(a), sys.getrefcount(b))
