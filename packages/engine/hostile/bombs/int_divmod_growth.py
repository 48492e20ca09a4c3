# must: limit
x = 7 ** 100000
y = 3 ** 50000
for i in range(10 ** 6):
    divmod(x, y)
