# must: answer
import collections
d = collections.deque(range(10))
d.rotate(10 ** 15)
print(d[0])
try:
    d.rotate(10 ** 30)
except OverflowError as e:
    print(type(e).__name__)
