# must: limit
x = [0] * 1000000
while True:
    x.reverse()
