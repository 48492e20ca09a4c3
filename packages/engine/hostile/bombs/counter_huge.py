# must: limit
import collections
c = collections.Counter("a" * 1000000)
print(c)
list(collections.Counter(a=10 ** 12).elements())
