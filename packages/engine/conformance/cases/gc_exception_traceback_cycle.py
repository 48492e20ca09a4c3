import gc
gc.collect(); gc.disable()
def f():
    try: raise ValueError("x")
    except ValueError as e: err = e
f()
print(gc.collect())
def g():
    x = []
    try: 1 / 0
    except ZeroDivisionError as e: x.append(e)
g()
print(gc.collect())
