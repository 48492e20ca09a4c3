# must: limit
x = 'a'.center(10 ** 9, 'b')
y = [x.center(10 ** 9 + i) for i in range(10)]
