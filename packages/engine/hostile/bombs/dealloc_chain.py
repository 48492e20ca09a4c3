# must: answer or limit
import itertools
x = iter([])
for i in range(50000):
    x = itertools.chain([0], x)
del x
print("gone")
