# must: limit
import itertools
list(itertools.repeat(1))
