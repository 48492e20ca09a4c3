a = b"ab"; b = b"ab"
print(a is b, b"" is b"", bytes(a) is a)
c = frozenset([1]); d = frozenset([1])
print(c is d, frozenset(c) is c)
def f(x): return x in {1, 2, 3}
def g(x): return x in {1, 2, 3}
print(f.__code__.co_consts[-1] is g.__code__.co_consts[-1])
