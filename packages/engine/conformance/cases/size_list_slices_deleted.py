import sys
l = list(range(40))
del l[3:]
print(sys.getsizeof(l))
l = list(range(40))
del l[::2]
print(sys.getsizeof(l))
l = list(range(20))
l[3:] = [1, 2]
print(sys.getsizeof(l))
l[0:0] = [1] * 30
print(sys.getsizeof(l))
l[:] = []
print(sys.getsizeof(l))
