# must: answer or limit
import functools
def f(a, b):
    return functools.reduce(f, [1, 2])
try:
    f(1, 2)
except RecursionError as e:
    print(type(e).__name__)
