class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + o.n)
    def __iadd__(self, o): self.n += o.n; return self
    def __del__(self): print("del", self.n)
a = V(1) + V(2)
print("sum", a.n)
a += V(10)
print(a.n)
a = a + V(100) + V(1000)
print(a.n)
