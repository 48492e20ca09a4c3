# must: answer
class A: pass
a = A()
setattr(a, "a b", 1)
setattr(a, "", 2)
setattr(a, "\0", 3)
print(sorted(a.__dict__.items()))
for n in (5, None, b"x"):
    try:
        setattr(a, n, 1)
    except TypeError as e:
        print(type(e).__name__)
