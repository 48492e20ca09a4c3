# must: answer or limit
def d(f):
    return d(f)
try:
    @d
    def f(): pass
except RecursionError as e:
    print(type(e).__name__)
