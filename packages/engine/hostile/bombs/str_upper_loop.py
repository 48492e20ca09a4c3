# must: limit
x = 'ß' * 10 ** 6
while True:
    x.upper()
