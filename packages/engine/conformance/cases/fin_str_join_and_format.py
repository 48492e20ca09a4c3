class A:
    def __init__(self, n): self.n = n
    def __str__(self): return "s%d" % self.n
    def __format__(self, spec): return "f%d%s" % (self.n, spec)
    def __del__(self): print("del", self.n)
print("%s %s" % (A(1), A(2)))
print("{} {:x}".format(A(3), A(4)))
print(f"{A(5)} {A(6)!s}")
print("".join(str(A(i)) for i in (7, 8)))
