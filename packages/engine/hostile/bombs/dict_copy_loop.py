# must: limit
d = dict.fromkeys(range(100000))
y = []
while True:
    y.append(d.copy())
