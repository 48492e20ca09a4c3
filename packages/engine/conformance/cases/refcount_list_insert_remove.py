import sys
o = object()
l = [1, 2]
l.insert(0, o); l.append(o); l.extend([o, o])
print(sys.getrefcount(o))
l.remove(o)
print(sys.getrefcount(o))
l.pop()
print(sys.getrefcount(o))
l.reverse()
del l[0]
print(sys.getrefcount(o))
