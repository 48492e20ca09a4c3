# must: limit
a = ["x"] * 10
while True:
    a = [y for x in a for y in (x, x)]
