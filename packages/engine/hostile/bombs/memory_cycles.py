# must: limit
while True:
    x = []
    x.append(x)
