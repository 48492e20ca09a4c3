class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
it = map(lambda a: a.n, [A(1), A(2)])
print(next(it))
del it
print("map gone")
z = zip([A(3)], [A(4)])
next(z)
print("zip used")
del z
print("zip gone")
print([a.n for a in filter(None, (A(5), A(6)))])
