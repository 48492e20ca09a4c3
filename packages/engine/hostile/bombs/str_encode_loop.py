# must: limit
x = '\u1234' * 10 ** 6
while True:
    x.encode()
