# must: answer
class A: pass
a = A()
for n in ("constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"):
    setattr(a, n, n)
    setattr(A, n, n + "!")
print(sorted(a.__dict__.items()))
print([getattr(a, n) for n in ("constructor", "__proto__")], A.__proto__)
print({}.__class__.__name__)
