class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(a, b): print("in f"); return b
r = f(A(1), A(2)); print("back")
f(A(3), b=A(4)); print("kw")
(lambda x, *y: print("lam"))(A(5), A(6)); print("star")
f(*[A(7), A(8)]); print("unpacked")
r = None
