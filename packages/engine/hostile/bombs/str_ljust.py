# must: limit
x = 'a'.ljust(10 ** 10)
