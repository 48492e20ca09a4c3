class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, *a): print("exit", self.n, a[0].__name__ if a[0] else None); return self.n == 1
    def __del__(self): print("del", self.n)
with CM(1) as c, CM(2):
    raise ValueError
print("after")
del c
try:
    with CM(3): raise KeyError("k")
except KeyError as e: print(e)
