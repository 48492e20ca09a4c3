# must: limit
x = 'a' * 10 ** 6
y = x.replace('a', 'b' * 10 ** 6)
