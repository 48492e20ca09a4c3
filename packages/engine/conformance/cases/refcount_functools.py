import sys, functools
rc = sys.getrefcount
x = [1]
p = functools.partial(rc, x)
print(p(), rc(x))
print(functools.reduce(lambda a, b: print(rc(a), rc(b)) or b, [x, [2], [3]]))
f = functools.lru_cache(2)(lambda o: rc(o))
t = (x, 1.5)
print(rc(t))
