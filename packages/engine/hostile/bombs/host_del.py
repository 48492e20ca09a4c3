# must: answer
class A: pass
a = A()
for n in ("constructor", "__proto__", "toString"):
    try:
        delattr(a, n)
    except AttributeError as e:
        print(type(e).__name__)
