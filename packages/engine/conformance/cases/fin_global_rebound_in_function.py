class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
x = A("old")
def f():
    global x
    x = A("new")
    print("set")
f()
def g(x): x = A("param"); print("in g")
g(x)
del x
print("end")
