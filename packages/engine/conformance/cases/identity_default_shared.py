def f(a=[], b={}): return a, b
print(f() is f(), f()[0] is f()[0], f()[1] is f()[1])
def g(x=1000, y=1000): return x is y
print(g())
h = lambda x=1000: x
print(h() is h(), f.__defaults__[0] is f()[0])
