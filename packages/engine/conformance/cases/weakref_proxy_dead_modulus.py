import operator, weakref
class A:
    def __add__(self, other): return "sum"
    def __pow__(self, other, modulus=None): return type(modulus).__name__
live, gone = A(), A()
proxy, dead = weakref.proxy(live), weakref.proxy(gone)
print(pow(proxy, 2, proxy), pow(live, 2, proxy), proxy + 1)
del gone
for action in operator.add, operator.eq, lambda a, b: pow(a, 2, b), lambda a, b: pow(b, 2, a), lambda a, b: pow(2, a, b):
    try: print(action(proxy, dead))
    except ReferenceError as e: print(e)
