# must: limit
def f():
    try:
        f()
    except RecursionError:
        f()
print("go")
f()
