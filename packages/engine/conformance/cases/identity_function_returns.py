def f(): return 1000
def g(): return 1000
print(f() is f(), f() is g())
def h(): return "a b"
print(h() is h())
def k(): return [1]
print(k() is k(), f is g)
