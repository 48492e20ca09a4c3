# must: limit
a = [1]
for i in range(40):
    a = [a, a]
str(a)
