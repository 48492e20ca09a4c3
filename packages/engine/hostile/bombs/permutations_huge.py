# must: limit
import itertools
for x in itertools.permutations(range(30)):
    pass
