# must: limit
x = ('a' * 10 ** 6).join(['b'] * 10 ** 5)
