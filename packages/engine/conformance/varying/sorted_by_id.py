class A:
    def __init__(self, n): self.n = n
# Seven sizes of memory in between.
made = [(A(i), "x" * (i * 700)) for i in range(8)]
print(id(made[0][0]) % 4096)
