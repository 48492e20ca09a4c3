# must: answer or limit
def f(x):
    return sorted([2, 1], key=f)
try:
    f(1)
except RecursionError as e:
    print(type(e).__name__)
