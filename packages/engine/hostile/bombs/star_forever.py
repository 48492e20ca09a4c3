# must: limit
import itertools
print(*itertools.count())
