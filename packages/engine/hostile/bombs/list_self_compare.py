# must: answer
x = []
x.append(x)
print(x == x)
