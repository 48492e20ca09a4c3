# must: limit
def f(*a): return len(a)
print(f(*range(100000)))
f(*range(10 ** 10))
