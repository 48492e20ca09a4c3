import sys
class A:
    def __str__(self): return f"s{sys.getrefcount(self)}"
    def __repr__(self): return f"r{sys.getrefcount(self)}"
    def __format__(self, spec): return f"f{sys.getrefcount(self)}{spec}"
a = A()
print(a, str(a), repr(a), f"{a} {a!r} {a!s} {a:x}")
print("%s %r" % (a, a), "{} {!r}".format(a, a), [a], (a,), {1: a})
