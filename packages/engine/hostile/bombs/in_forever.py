# must: limit
import itertools
5 in itertools.repeat(1)
