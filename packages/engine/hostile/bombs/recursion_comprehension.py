# must: answer or limit
def f():
    return [f() for i in range(2)]
try:
    f()
except RecursionError as e:
    print(type(e).__name__)
