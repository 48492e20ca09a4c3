# must: answer
import collections
T = collections.namedtuple("T", ["f%d" % i for i in range(1000)])
print(len(T._fields))
