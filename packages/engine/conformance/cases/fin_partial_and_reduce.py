import functools
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
p = functools.partial(print, A(1), k=A(2)) if False else functools.partial(len, A(1))
q = functools.partial(p, A(2))
del p
print("inner name gone")
del q
print("gone")
functools.reduce(lambda a, b: b, [A(3), A(4), A(5)])
print("reduced")
