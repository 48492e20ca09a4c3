# must: limit
import itertools
len(list(itertools.combinations(range(100), 50)))
