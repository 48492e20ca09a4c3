# must: answer or limit
def g():
    yield 1
x = [g() for i in range(20000)]
for y in x: next(y)
del x
print("end")
