# must: limit
x = []
while True:
    x.append(object())
