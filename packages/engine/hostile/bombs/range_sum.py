# must: limit
print(sum(range(10 ** 15)))
