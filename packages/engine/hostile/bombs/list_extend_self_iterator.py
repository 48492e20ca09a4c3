# must: limit
x = [1, 2, 3]
x.extend(iter(x))
