# must: answer
def g():
    try:
        yield
    finally:
        while True:
            yield 1
x = g()
next(x)
del x
print("end")
