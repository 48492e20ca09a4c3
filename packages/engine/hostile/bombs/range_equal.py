# must: answer
print(range(10 ** 15) == range(10 ** 15), hash(range(10 ** 15)) == hash(range(10 ** 15)))
