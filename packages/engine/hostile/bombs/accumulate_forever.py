# must: limit
import itertools
for x in itertools.accumulate(itertools.repeat(3), lambda a, b: a * b):
    pass
