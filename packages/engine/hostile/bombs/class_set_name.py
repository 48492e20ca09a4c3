# must: answer
class D:
    def __set_name__(self, o, n):
        setattr(o, n + "x", D())
try:
    class A:
        a = D()
    print("made")
except RuntimeError as e:
    print(type(e).__name__)
