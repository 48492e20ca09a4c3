# must: answer or limit
import collections
d = collections.defaultdict(lambda: d[len(d)])
try:
    d[0]
except RecursionError as e:
    print(type(e).__name__)
