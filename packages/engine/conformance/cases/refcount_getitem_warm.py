import sys
class A:
    def __getitem__(self, k): return sys.getrefcount(self), sys.getrefcount(k)
a, k = A(), object()
print([a[k] for _ in range(10)])
for i in range(3): print(a[k], a[k])
def f():
    b = A()
    return [b[[]] for _ in range(4)]
print(f())
