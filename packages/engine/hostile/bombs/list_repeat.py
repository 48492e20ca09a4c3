# must: limit
x = [0] * 10 ** 10
