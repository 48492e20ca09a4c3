import sys
class A:
    @property
    def p(self): return sys.getrefcount(self)
class B(A): pass
a, b = A(), B()
print([x.p for x in (a, a, a, b, b, a)])
print([x.p for x in (a, b, a, b, b, a)])
