# must: answer
d = {1: 1}
n = 0
for k in d:
    n += 1
    if n > 1000: break
    del d[k]
    d[k] = 1
print(n)
