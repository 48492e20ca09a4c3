# must: answer
class M(type):
    def __instancecheck__(c, o): raise ValueError
    def __subclasscheck__(c, o): raise ValueError
class E(Exception, metaclass=M): pass
try:
    try:
        1 / 0
    except E:
        pass
except ZeroDivisionError:
    print("plain")
