# must: answer or limit
class M(type):
    def __instancecheck__(cls, o):
        return isinstance(o, cls)
class A(metaclass=M): pass
try:
    isinstance(1, A)
except RecursionError as e:
    print(type(e).__name__)
