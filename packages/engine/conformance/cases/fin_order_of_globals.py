class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
b = A("b")
a = A("a")
l = [A("in list")]
def f(x=A("default")): pass
class K: attr = A("class attr")
_u = A("underscore")
print("end")
