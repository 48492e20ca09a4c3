# must: limit
10 ** 10 ** 8
