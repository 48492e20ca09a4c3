# must: limit
x = 'ab'
while True:
    x += x
