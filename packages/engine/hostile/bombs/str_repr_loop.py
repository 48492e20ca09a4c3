# must: limit
x = '\x00' * 10 ** 6
while True:
    repr(x)
