class Reversing(type):
    def mro(cls):
        return type.mro(cls)[::-1]


class X:
    def who(self):
        return "X"


class Y(X, metaclass=Reversing):
    def who(self):
        return "Y"


print([c.__name__ for c in Y.__mro__])
print(X.who(1), Y.__dict__["who"](1))


class Looking(type):
    def mro(cls):
        print(cls.__name__, cls.__mro__ is None)
        if cls.__name__ != "Z":
            return type.mro(cls)
        try:
            type("Early", (cls,), {})
        except TypeError as e:
            print(e)
        return type.mro(cls)


class Z(metaclass=Looking):
    pass


for wrong in [(1,), (int,)]:
    class Wrong(type):
        def mro(cls):
            return wrong

    try:
        Wrong("W", (), {})
    except TypeError as e:
        print(e)
