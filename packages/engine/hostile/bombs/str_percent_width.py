# must: limit
x = '%*d' % (10 ** 9, 5)
print(len(x))
