def f(): return (1, 2, 3)
def g(): return (1, 2, 3)
def h(): return [1, 2, 3]
print(f() is f(), f() is g(), h() is h(), f() == tuple(h()))
def k(x): return (1, x)
print(k(2) is k(2))
