# must: limit
while True:
    exec("x = 1")
