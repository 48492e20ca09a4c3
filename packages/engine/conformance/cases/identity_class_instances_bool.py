class A: pass
a, b = A(), A()
print(a is b, a == b, a is not b, type(a) is type(b), A() is A())
c = a
print(c is a, id(c) == id(a))
print([a] == [a], [a] is [a], (a,) == (a,))
