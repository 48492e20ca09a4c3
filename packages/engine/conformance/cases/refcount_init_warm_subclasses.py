import sys
class P:
    def __init__(self, a): self.c = sys.getrefcount(self), sys.getrefcount(a)
class S(P):
    def __init__(self, a): super().__init__(a)
class T(P):
    def __init__(self, a): P.__init__(self, a)
class E(Exception):
    def __init__(self, a): self.c = sys.getrefcount(self), sys.getrefcount(a)
def f(o):
    return [S(o).c for _ in range(3)], [T(o).c for _ in range(3)], [E(o).c for _ in range(3)]
print(f(object()))
