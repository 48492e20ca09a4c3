import sys
class A:
    def __getitem__(self, k): return sys.getrefcount(self), sys.getrefcount(k)
    def __call__(self, o): return sys.getrefcount(self), sys.getrefcount(o)
    def __contains__(self, o): print(sys.getrefcount(self), sys.getrefcount(o)); return True
a = A(); k = object()
print(a[k], a(k))
print(k in a)
def f():
    b = A(); j = object()
    print(b[j], b(j), j in b)
f()
