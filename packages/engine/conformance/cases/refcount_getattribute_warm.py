import sys
class A:
    def __getattribute__(self, n): return sys.getrefcount(self)
a = A()
print([a.x for _ in range(10)], [A().y for _ in range(10)])
class B(A):
    def __getattr__(self, n): return 0
b = B()
print([b.x for _ in range(10)])
