# must: answer
d = {i: [] for i in range(10)}
try:
    set(d.items())
except TypeError as e:
    print(e)
