# must: limit
import itertools
for x in itertools.cycle([]):
    pass
print("empty")
for x in itertools.cycle([1]):
    pass
