# must: limit
sorted(range(10 ** 9))
