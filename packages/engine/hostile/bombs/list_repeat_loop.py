# must: limit
x = [0]
while True:
    x *= 2
