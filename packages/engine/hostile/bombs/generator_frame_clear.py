# must: answer
def g():
    yield 1
x = g()
next(x)
f = x.gi_frame
x.close()
print(x.gi_frame)
