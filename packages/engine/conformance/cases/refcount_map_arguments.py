import sys
rc = sys.getrefcount
a, b = [1], [2]
print(list(map(rc, [a, b])), [*map(lambda x: rc(x), [a])], list(map(lambda x, y: (rc(x), rc(y)), [a], [b])))
print(list(filter(lambda x: print(rc(x)) or True, [a])), next(iter(map(rc, iter([[]])))))
