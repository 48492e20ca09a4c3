# must: end
class M(type):
    def mro(cls):
        return [1, 2]
try:
    class A(metaclass=M): pass
except TypeError as e:
    print(e)
