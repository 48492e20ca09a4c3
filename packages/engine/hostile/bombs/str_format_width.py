# must: limit
x = '{:>{w}}'.format('a', w=10 ** 10)
