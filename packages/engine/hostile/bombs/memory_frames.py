# must: limit
def g():
    yield
x = []
while True:
    i = g()
    next(i)
    x.append(i)
