class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    a = A("f")
    g(A("temp"))
def g(p):
    b = A("g")
    raise ValueError
try: f()
except ValueError: print("handled")
print("after")
try: f()
except ValueError as e: e.__traceback__ = None; print("cleared")
