# must: answer or limit
def g(x):
    yield x
a = None
for i in range(20000):
    n = g(a)
    next(n)
    a = n
del a, n
print("gone")
