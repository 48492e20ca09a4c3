# must: limit
import itertools
dict(zip(itertools.count(), itertools.repeat(0)))
