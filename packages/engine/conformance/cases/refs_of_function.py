import gc, sys
def plain(a, b=[]):
    "doc"
    return a
def outer(x):
    def inner():
        return x
    return inner
names = lambda f: [type(o).__name__ for o in gc.get_referents(f)]
print(names(plain), names(outer(1)), names(lambda: 0))
print(plain.__code__.co_flags, outer.__code__.co_flags, outer(1).__code__.co_flags, names.__code__.co_flags)
plain.tag = 1
print(names(plain), hasattr(plain, "__builtins__"))
class A:
    def method(self): "doc"
    short = lambda self: 0
print(A.method.__code__.co_flags, A.short.__code__.co_flags)
