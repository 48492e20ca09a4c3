class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"

    def __len__(self):
        return 7


class C(A):
    pass


class D(C):
    pass


d = D()
print(d.who())
C.__bases__ = (B,)
print(d.who(), len(d), D.__mro__, C.__base__)
print([c.__name__ for c in A.__subclasses__()], [c.__name__ for c in B.__subclasses__()])


class E(B, A):
    pass


class F(C, E):
    pass


for bases in [(A, B), (D,), (), 1, (1,)]:
    try:
        C.__bases__ = bases
        print("done", [c.__name__ for c in C.__mro__])
    except TypeError as e:
        print(e)
print([c.__name__ for c in F.__mro__], len(F()))
