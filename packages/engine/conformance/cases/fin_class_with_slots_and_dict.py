class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class S:
    __slots__ = ("z", "a", "__dict__")
s = S()
s.z = A("z"); s.a = A("a"); s.extra = A("extra"); s.b = A("b")
del s
print("--")
class T(S): __slots__ = ("m",)
t = T(); t.m = A("m"); t.a = A("a2"); t.x = A("x")
del t
