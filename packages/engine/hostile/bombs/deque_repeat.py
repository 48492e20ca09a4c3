# must: limit
import collections
x = collections.deque([1]) * 10 ** 10
