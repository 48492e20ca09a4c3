# must: limit
import itertools
tuple(itertools.count())
