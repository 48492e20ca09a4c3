import sys
def f(): return sys._getframe()
def g(a, b, *c):
    x = 1
    return sys._getframe()
x, y = f(), g(1, 2, 3)
print(type(x).__basicsize__, sys.getsizeof(x), sys.getsizeof(y), f.__code__.co_stacksize, (lambda: object()).__code__.co_stacksize)
