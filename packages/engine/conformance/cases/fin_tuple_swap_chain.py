class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a, b, c = A(1), A(2), A(3)
a, b = b, a
print(a.n, b.n)
a = b = c
print("assigned")
c = None
a, *b = [A(4), A(5), A(6)]
print("unpacked")
