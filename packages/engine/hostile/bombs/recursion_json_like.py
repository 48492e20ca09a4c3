# must: answer or limit
def dump(x):
    if isinstance(x, list):
        return "[" + ",".join(dump(y) for y in x) + "]"
    return str(x)
a = []
for i in range(5000):
    a = [a]
try:
    dump(a)
except RecursionError as e:
    print(type(e).__name__)
