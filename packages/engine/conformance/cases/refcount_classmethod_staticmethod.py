import sys
class A:
    @classmethod
    def c(cls, o): return sys.getrefcount(o)
    @staticmethod
    def s(o): return sys.getrefcount(o)
x = []
print(A.c(x), A.s(x), A().c(x), A().s(x))
def f():
    y = []
    return A.c(y), A.s(y)
print(f())
