# must: answer
x = eval("2 ** 3 ** 4 ** 2 if 0 else 1")
print(x)
