# must: answer
x = [list(range(100))] * 100
for i in range(30):
    x = list(zip(*x))
print(len(x))
