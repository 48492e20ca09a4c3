# must: limit
import itertools
set(itertools.count())
