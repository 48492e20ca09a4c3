# must: limit
x = '5'.zfill(10 ** 10)
