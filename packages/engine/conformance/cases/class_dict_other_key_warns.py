import warnings
class Meta(type):
    def __new__(mcls, name, bases, ns):
        ns[1] = 2
        return super().__new__(mcls, name, bases, ns)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    A = type("A", (), {1: 2})
    B = Meta("B", (), {})
    class C:
        locals()[3] = 4
    class S(str): pass
    D = type("D", (), {S("a"): 1})
    print(D.a)
    setattr(A, S("b"), 2)
for each in seen: print(each.category.__name__, each.message)
print(1 in A.__dict__, 1 in B.__dict__, 3 in C.__dict__)
