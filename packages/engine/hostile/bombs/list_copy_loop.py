# must: limit
x = [0] * 1000000
y = []
while True:
    y.append(x[:])
