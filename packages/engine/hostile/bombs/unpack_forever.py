# must: limit
import itertools
a, *b = itertools.count()
