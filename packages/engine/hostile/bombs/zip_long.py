# must: limit
for x in zip(range(10 ** 12), range(10 ** 12)):
    pass
