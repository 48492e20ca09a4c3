class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [A(i) for i in range(6)]
del l[::2]
print("deleted")
l[::2] = [None] * len(l[::2])
print("assigned")
l *= 0
print("repeated")
