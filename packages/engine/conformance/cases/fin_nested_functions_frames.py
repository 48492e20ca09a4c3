class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def inner(p):
    q = A("inner local")
    return p
def outer():
    a = A("outer first")
    b = inner(A("arg"))
    c = A("outer last")
    print("leaving")
outer()
print("end")
