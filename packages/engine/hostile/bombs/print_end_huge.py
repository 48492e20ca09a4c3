# must: limit
print(end="x" * 10 ** 8)
