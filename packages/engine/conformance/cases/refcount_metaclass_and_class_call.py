import sys
class M(type):
    def __call__(cls, *a):
        print(sys.getrefcount(a[0]), sys.getrefcount(a))
        return super().__call__(*a)
class A(metaclass=M):
    def __new__(cls, o): print(sys.getrefcount(o)); return super().__new__(cls)
    def __init__(self, o): print(sys.getrefcount(o), sys.getrefcount(self))
o = object()
a = A(o)
print(sys.getrefcount(o), sys.getrefcount(a), sys.getrefcount(A))
