# must: limit
x = 'a' * 10 ** 7
y = 'a' * 10 ** 7
while True:
    x == y
