# must: answer
x = []
x.append(x)
y = {}
y[1] = y
print(x, y)
