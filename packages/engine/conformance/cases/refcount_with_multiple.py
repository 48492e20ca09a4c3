import sys
class C:
    def __enter__(self): print("in", sys.getrefcount(self)); return self
    def __exit__(self, *a): print("out", sys.getrefcount(self), sys.getrefcount(a)); return False
c = C()
with c as d, C() as e: print(sys.getrefcount(c), sys.getrefcount(e))
def f():
    x = C()
    with x: print(sys.getrefcount(x))
f()
