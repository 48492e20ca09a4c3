# must: end
a = int
try:
    for i in range(5000):
        a = list[a]
    repr(a)
    print("done")
except (RecursionError, TypeError) as e:
    print(type(e).__name__)
