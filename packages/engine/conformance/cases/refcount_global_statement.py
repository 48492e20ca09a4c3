import sys
def f():
    global g
    g = []
    h = g
    return sys.getrefcount(g)
print(f(), sys.getrefcount(g))
def k(): return sys.getrefcount(g)
print(k())
