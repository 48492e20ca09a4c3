import sys
a, b = object(), object()
d = {a: 1, b: 2}
for k in d: print(sys.getrefcount(k))
for k, v in d.items(): print(sys.getrefcount(k))
print([sys.getrefcount(x) for x in d.keys()])
def f():
    for k in d: print(sys.getrefcount(k))
    for k, v in d.items(): print(sys.getrefcount(k))
f()
