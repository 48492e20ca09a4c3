# must: answer or limit
x = iter([])
for i in range(50000):
    x = map(None, x)
del x
print("gone")
