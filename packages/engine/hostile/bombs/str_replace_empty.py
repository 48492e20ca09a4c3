# must: limit
x = ('a' * 10 ** 6).replace('', 'x' * 10 ** 5)
