# must: answer
class D:
    def __get__(self, o, t):
        del A.x
        return 5
class A:
    x = D()
print(A().x, hasattr(A, "x"))
