# must: limit
def g():
    while True:
        yield
for x in g():
    pass
