# must: limit
import itertools
any(itertools.repeat(0))
