# must: answer or limit
class M(type):
    def __getattr__(cls, n):
        return getattr(cls, n + "x")
class A(metaclass=M): pass
try:
    A.a
except RecursionError as e:
    print(type(e).__name__)
