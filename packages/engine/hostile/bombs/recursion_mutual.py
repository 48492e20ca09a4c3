# must: answer or limit
def f(n): return g(n)
def g(n): return f(n)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__)
