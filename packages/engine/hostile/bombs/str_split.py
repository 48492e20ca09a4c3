# must: limit
x = (',' * 2 * 10 ** 6).split(',')
y = [x[:] for i in range(1000)]
