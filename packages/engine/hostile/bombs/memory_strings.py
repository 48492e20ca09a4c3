# must: limit
x = {}
i = 0
while True:
    x["k%d" % i] = "v" * 100
    i += 1
