# must: limit
while True:
    print("x" * 1000)
