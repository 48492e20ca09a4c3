# must: answer
x = list(range(10))
print(x[::10 ** 30], x[-10 ** 30:10 ** 30], x[10 ** 30:])
