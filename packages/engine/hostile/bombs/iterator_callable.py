# must: limit
n = 0
def f():
    global n
    n += 1
    return n
print(list(iter(f, 5)))
for x in iter(lambda: 1, 2):
    pass
