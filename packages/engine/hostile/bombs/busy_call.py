# must: limit
def f(): pass
while True:
    f()
