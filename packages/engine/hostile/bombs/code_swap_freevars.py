# must: answer
def outer():
    x = 1
    def f(): return x
    return f
def h(): pass
try:
    h.__code__ = outer().__code__
except ValueError as e:
    print(e)
