# must: limit
x = [0] * 1000000
while True:
    1 in x
