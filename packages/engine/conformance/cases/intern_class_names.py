class A:
    def method_name(self): pass
    attr_name = 1
k = "".join(["method", "_name"])
print([n is "method_name" for n in A.__dict__ if n == k], A.__name__ is "A", A.method_name.__name__ is "method_name")
a = A(); setattr(a, "".join(["dyn", "amic"]), 1)
print([n is "dynamic" for n in a.__dict__])
a.__dict__["".join(["oth", "er"])] = 2
print([n is "other" for n in a.__dict__])
