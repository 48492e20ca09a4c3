# must: answer
d = {}
m = 2 ** 61 - 1
for i in range(1, 3000):
    d[i * m] = i
print(len(d))
