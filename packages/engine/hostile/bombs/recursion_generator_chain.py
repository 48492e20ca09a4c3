# must: end
def g(it):
    for x in it:
        yield x
it = iter([1])
for i in range(5000):
    it = g(it)
try:
    print(next(it))
except RecursionError as e:
    print(type(e).__name__)
