# must: limit
x = format(5, "10000000000d")
print(len(x))
