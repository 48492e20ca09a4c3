# The same instruction finds an attribute in another place than the time before.
class A:
    def f(self):
        return "method"


class B(A):
    def f(self):
        return "other"


def get(o):
    return o.f()


def read(o):
    return o.x


def write(o, value):
    o.x = value


a, b = A(), A()
print([get(o) for o in (a, a, a, b)])
b.f = lambda: "own"
print([get(o) for o in (a, a, b, a, B())])
A.f = lambda self: "new"
print([get(o) for o in (a, a, b, B())])
a.__class__ = B
print([get(o) for o in (a, a, b)])
for o in (a, b, a, b):
    write(o, 1)
print([read(o) for o in (a, b, a, b)])
del a.x
A.x = "class"
print([read(o) for o in (a, b, a, b)])
A.x = property(lambda self: "property", lambda self, value: print("set", value))
print([read(o) for o in (a, b, a, b)])
for o in (a, b, a):
    write(o, 2)
del A.x
b.__dict__ = {"x": "replaced"}
print([read(o) for o in (b, b, b)])
A.__getattr__ = lambda self, name: "missing " + name
print([read(o) for o in (a, b, a, a)])
