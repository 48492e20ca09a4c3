# must: limit
x = 'a' * 10 ** 12
print(len(x))
