# must: answer
class M(type):
    @classmethod
    def __prepare__(m, n, b):
        return 5
try:
    class A(metaclass=M): pass
except TypeError as e:
    print(e)
