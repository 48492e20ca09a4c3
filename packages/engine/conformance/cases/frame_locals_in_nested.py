import sys
def outer():
    x = [1]
    def inner():
        return sys.getrefcount(x), sys._getframe(1).f_code.co_name
    return inner(), sys.getrefcount(x)
print(outer())
def f(a, b=2, *c, **d):
    return sorted(sys._getframe().f_locals)
print(f(1), f(1, 2, 3, k=4))
