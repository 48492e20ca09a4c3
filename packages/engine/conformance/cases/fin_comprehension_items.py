class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
print([a.n for a in [A(1), A(2)]])
print({a.n for a in (A(3), A(4))})
print({a.n: 0 for a in iter([A(5), A(6)])})
print(sum(a.n for a in [A(7), A(8)]))
print(max((A(9), A(10)), key=lambda a: a.n).n)
