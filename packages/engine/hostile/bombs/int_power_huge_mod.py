# must: limit
print(pow(3, 10 ** 20000, 10 ** 5000) > 0)
