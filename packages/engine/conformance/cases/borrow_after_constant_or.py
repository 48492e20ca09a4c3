import sys
def a():
    p = [1]
    q = 2 or None
    print(p, sys.getrefcount(p), 1)
a()
def b():
    p = [1]
    q = [2 or None, 0 and 3, 1 and 0]
    print(p, sys.getrefcount(p), 1)
b()
def c():
    p = [1]
    q = 5 if 1 else 6
    print(p, sys.getrefcount(p), 1)
c()
def d():
    p = [1]
    if 0:
        print(1)
    print(p, sys.getrefcount(p), 1)
d()
def e():
    p = [1]
    if p and 1:
        print(p, sys.getrefcount(p), 1)
    print(p, sys.getrefcount(p), 1)
e()
def f():
    p = [1]
    len(p or None, *[1]) if 0 else 0
    q = dict(a=None or 2)
    print(p, sys.getrefcount(p), 1)
f()
