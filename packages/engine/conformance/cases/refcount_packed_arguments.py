import functools, sys
class A:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("lt", sys.getrefcount(self), sys.getrefcount(o)); return self.n < o.n
    def __sizeof__(self): print("sizeof", sys.getrefcount(self)); return 10
    def __iter__(self): print("iter", sys.getrefcount(self)); return iter([1])
    def __format__(self, f): print("format", sys.getrefcount(self)); return "x"
    def __str__(self): print("str", sys.getrefcount(self)); return "x"
    def __dir__(self): print("dir", sys.getrefcount(self)); return []
a, b = A(1), A(2)
min(a, b)
max([a, b], key=lambda x: print("key", sys.getrefcount(x)) or x.n)
sys.getsizeof(a)
"{} {x}".format(a, x=a)
set().union(a)
{1}.intersection(a)
dir(a)
print(a)
print(functools.reduce(lambda x, y: print(sys.getrefcount(x), sys.getrefcount(y)) or y, [a, b, a]) is a)
