class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [A(i) for i in range(3)]
for i, a in enumerate(l):
    l[i] = None
    print("at", i)
print("loop done")
del a
d = {i: A(10 + i) for i in range(2)}
for k in list(d): d.pop(k)
print("end")
