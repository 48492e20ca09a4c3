# must: answer or limit
class M(type):
    def mro(cls):
        class B(metaclass=M): pass
        return super().mro()
try:
    class A(metaclass=M): pass
except RecursionError as e:
    print(type(e).__name__)
