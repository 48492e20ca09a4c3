# must: answer or limit
import functools
def f(): return p()
p = functools.partial(f)
try:
    p()
except RecursionError as e:
    print(type(e).__name__)
