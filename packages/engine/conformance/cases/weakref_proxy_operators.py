import operator
import weakref


class Number:
    def __truediv__(self, other):
        return "/"

    def __itruediv__(self, other):
        return "/="

    def __floordiv__(self, other):
        return "//"

    def __ifloordiv__(self, other):
        return "//="

    def __imod__(self, other):
        return "%="

    def __ipow__(self, other):
        return "**="

    def __ilshift__(self, other):
        return "<<="

    def __imatmul__(self, other):
        return "@="

    def __index__(self):
        return 2


n = Number()
for name in ["truediv", "itruediv", "floordiv", "ifloordiv", "imod", "ipow", "ilshift", "imatmul"]:
    p = weakref.proxy(n)
    print(name, getattr(operator, name)(p, 5))
print(operator.index(weakref.proxy(n)), "abc"[weakref.proxy(n)])
