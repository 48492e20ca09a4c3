import weakref
digits = "0123456789abcdef"
def show(o):
    first, second, third = repr(weakref.ref(o)).split(" at 0x")
    print(first, second.lstrip(digits), third.lstrip(digits))
class Outer:
    class Inner: pass
    @property
    def __name__(self): return "custom"
class Odd: __name__ = 5
def f(): pass
for o in Outer, Outer(), Outer.Inner, Outer.Inner(), f, Odd(), {1}, weakref:
    show(o)
