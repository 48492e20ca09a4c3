import sys
l = [object() for _ in range(2)]
for x in l:
    y = x
    print(sys.getrefcount(x))
    del y
    print(sys.getrefcount(x))
print(sys.getrefcount(l[0]), sys.getrefcount(l[1]))
del x
print(sys.getrefcount(l[1]))
