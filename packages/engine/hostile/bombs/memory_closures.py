# must: limit
def f(g):
    return lambda: g
g = None
while True:
    g = f(g)
