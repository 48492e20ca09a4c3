# must: answer
class A: pass
a = A()
for f in (lambda: a + 1, lambda: -a, lambda: a[0], lambda: a(), lambda: len(a), lambda: iter(a), lambda: int(a), lambda: a < a):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__)
