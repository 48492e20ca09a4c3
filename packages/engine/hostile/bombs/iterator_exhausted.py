# must: answer
it = iter([])
for i in range(3):
    print(next(it, "end"))
x = [1]
it = iter(x)
list(it)
x.append(2)
print(list(it))
