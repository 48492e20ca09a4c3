import sys
class A: pass
class B: __slots__ = ("x",)
def f(): pass
print(sys.getsizeof(A), sys.getsizeof(B), sys.getsizeof(f), sys.getsizeof(A.__init__), sys.getsizeof(len), sys.getsizeof(A().__init__))
print(sys.getsizeof(lambda: 0), sys.getsizeof(f.__code__) > 100, sys.getsizeof(property()), sys.getsizeof(staticmethod(f)), sys.getsizeof(type("T", (), {})))
