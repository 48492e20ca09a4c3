# must: answer
class M(type):
    def mro(cls):
        return [cls] * 5 + [object]
try:
    class A(metaclass=M): pass
    print(len(A.__mro__))
except TypeError as e:
    print(e)
