# must: answer or limit
def f():
    exec("f()")
try:
    f()
except RecursionError as e:
    print(type(e).__name__)
