# must: limit
x = []
while True:
    x.insert(0, 1)
