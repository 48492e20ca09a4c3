# must: end
import collections
d = collections.OrderedDict.fromkeys(range(5))
try:
    for k in d:
        d.move_to_end(k)
        d.pop(4, None)
except RuntimeError as e:
    print(e)
