import sys
class A:
    def __lt__(self, o): print(sys.getrefcount(self), sys.getrefcount(o)); return True
    def __eq__(self, o): print(sys.getrefcount(self), sys.getrefcount(o)); return True
    __hash__ = object.__hash__
a, b, c = A(), A(), A()
print(a < b < c)
print(a == b, a in [b], [a] == [c])
def f():
    x, y = A(), A()
    return x < y, x == y
f()
