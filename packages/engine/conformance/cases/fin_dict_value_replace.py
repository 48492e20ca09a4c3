class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
d = {"a": A(1), "b": A(2)}
d["a"] = A(3)
print("replaced")
d.update(b=A(4))
print("updated")
d.pop("a"); print("popped")
d.clear(); print("end")
