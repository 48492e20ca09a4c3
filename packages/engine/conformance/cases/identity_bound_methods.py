class A:
    def m(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
a = A()
print(a.m is a.m, a.m == a.m, A.m is A.m, a.s is a.s, a.s is A.s, a.c is a.c, a.c == A.c)
m = a.m
print(m is a.m, m.__self__ is a, m.__func__ is A.m, m.__func__ is A.__dict__["m"])
