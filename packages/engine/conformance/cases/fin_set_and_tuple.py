class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
t = (A(1), A(2), (A(3), A(4)))
del t
print("--")
s = {A(5)}
s.clear()
print("--")
x = [A(6)] * 3
del x[0], x[0]
print("one left")
del x
