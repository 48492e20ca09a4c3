class C(complex):
    def __repr__(self): return "C"
a = C(-3, 4)
b = complex(a)
print(type(b).__name__, b, b == a, hash(a) == hash(b))
print(type(C(a)).__name__, type(+a).__name__, type(a.conjugate()).__name__)
print(complex(a) is a, complex(b) is b)
