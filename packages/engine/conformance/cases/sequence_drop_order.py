class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [A(i) for i in range(4)]
l[1:3] = []
print("slice")
del l[0]
print("item")
l.clear()
print("clear")
t = tuple(A(i) for i in range(3))
del t
print("tuple")
s = slice(A(1), A(2), A(3))
del s
