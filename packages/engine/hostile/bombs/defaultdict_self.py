# must: answer
import collections
d = collections.defaultdict(lambda: d)
x = d
for i in range(1000):
    x = x[i]
print(len(d))
