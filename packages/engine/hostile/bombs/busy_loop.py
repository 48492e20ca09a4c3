# must: limit
while True:
    pass
