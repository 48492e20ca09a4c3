class A:
    def __init__(self, n): self.n = n
things = {A(i) for i in range(12)}
print([a.n for a in things])
