# must: answer
def g():
    yield x
x = g()
print(next(x) is x)
del x
import gc
gc.collect()
print("end")
