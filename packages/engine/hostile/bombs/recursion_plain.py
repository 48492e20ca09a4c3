# must: answer or limit
def f():
    f()
try:
    f()
except RecursionError as e:
    print(e)
