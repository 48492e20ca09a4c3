# must: answer
def key(v):
    x.clear()
    return v
x = [3, 1, 2]
try:
    x.sort(key=key)
except ValueError as e:
    print(e)
print(x)
