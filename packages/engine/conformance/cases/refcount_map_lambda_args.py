import sys
o = [object(), object()]
print(list(map(lambda x: sys.getrefcount(x), o)))
print(list(filter(lambda x: print(sys.getrefcount(x)), o)))
print(sorted(o, key=lambda x: sys.getrefcount(x)) == o, max(sys.getrefcount(x) for x in o))
def f(x): return sys.getrefcount(x)
print([f(x) for x in o], list(map(f, o)), list(map(sys.getrefcount, o)))
