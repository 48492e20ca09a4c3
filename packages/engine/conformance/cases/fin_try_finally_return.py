class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    a = A(1)
    try: return a.n
    finally: print("finally")
def g():
    for x in (A(2), A(3)):
        try: continue
        finally: print("cont", x.n)
    return "g"
print(f()); print(g())
