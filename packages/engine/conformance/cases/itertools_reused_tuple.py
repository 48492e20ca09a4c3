import sys
from itertools import product, combinations
x = object()
for t in product([x], [1, 2]): pass
del t
print(sys.getrefcount(x))
c = combinations([x, 1, 2], 2)
next(c)
print(sys.getrefcount(x))
del c
print(sys.getrefcount(x))
