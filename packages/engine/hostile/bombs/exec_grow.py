# must: limit
s = "x = 1\n"
while True:
    s += s
    exec(s)
