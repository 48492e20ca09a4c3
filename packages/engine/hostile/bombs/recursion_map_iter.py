# must: answer or limit
x = iter([1])
for i in range(20000):
    x = map(abs, x)
print("made")
next(x)
print("or stopped")
