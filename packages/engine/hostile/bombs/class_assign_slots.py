# must: answer
class A: __slots__ = ("x",)
class B: __slots__ = ("y",)
try:
    A().__class__ = B
except TypeError as e:
    print(e)
