import sys
def g():
    while True:
        x = yield
        print(sys.getrefcount(x))
k = g(); next(k)
o = object()
k.send(o)
print(sys.getrefcount(o))
k.send([])
print(sys.getrefcount(o))
k.close()
