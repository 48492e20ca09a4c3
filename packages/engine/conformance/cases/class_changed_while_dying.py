import sys
class Other:
    def __del__(self): print("never")
def make():
    marker = "closed over"
    class A:
        def __del__(self):
            print(marker)
            self.__class__ = Other
    return A
A = make()
before = sys.getrefcount(A), sys.getrefcount(Other)
objects = [A() for _ in range(3)]
print(sys.getrefcount(A) - before[0])
objects.clear()
print(sys.getrefcount(A) - before[0], sys.getrefcount(Other) - before[1])
