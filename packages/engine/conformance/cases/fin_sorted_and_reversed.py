class A:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __del__(self): print("del", self.n)
sorted([A(2), A(1), A(3)])
print("sorted gone")
l = [A(1), A(2)]
l.sort(reverse=True)
l.reverse()
print([a.n for a in l])
x = max(l)
del l
print("list gone", x.n)
