# must: answer or limit
def f(x):
    return list(map(f, [x]))
try:
    f(1)
except RecursionError as e:
    print(type(e).__name__)
