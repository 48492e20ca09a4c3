# must: limit
import itertools
dict.fromkeys(itertools.count())
