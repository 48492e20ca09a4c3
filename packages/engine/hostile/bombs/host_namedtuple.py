# must: answer
import collections
T = collections.namedtuple("T", "constructor toString")
t = T(1, 2)
print(t, t.constructor, t._asdict())
