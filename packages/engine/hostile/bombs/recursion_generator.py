# must: answer or limit
def g():
    yield from g()
try:
    next(g())
except RecursionError as e:
    print(type(e).__name__)
