class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class K:
    x = A(1)
    y = [A(i) for i in (2, 3)]
    del x
    z = A(4)
print("class done")
K.z = None
print("z gone")
del K
import gc; gc.collect()
