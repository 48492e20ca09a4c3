# must: answer
import collections
d = collections.deque([1])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
