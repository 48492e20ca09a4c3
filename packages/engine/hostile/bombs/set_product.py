# must: limit
s = set(range(100000))
while True:
    s | s
