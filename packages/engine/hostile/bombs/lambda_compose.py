# must: answer
f = lambda x: x
for i in range(500):
    f = (lambda g: lambda x: g(x))(f)
print(f(1))
