# must: answer
import collections
d = collections.deque()
d.append(d)
print(d)
