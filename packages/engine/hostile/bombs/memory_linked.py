# must: limit
x = None
while True:
    x = (x,)
