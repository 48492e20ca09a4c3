# must: limit
x = 'a' * 10 ** 7
y = []
while True:
    y.append(x[1:])
