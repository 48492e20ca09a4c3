# must: end
a = ()
for i in range(50000):
    a = (a,)
try:
    isinstance(1, a)
except RecursionError as e:
    print(type(e).__name__)
