# must: limit
d = dict.fromkeys(range(100000))
while True:
    {**d}
