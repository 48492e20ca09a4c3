# must: limit
import itertools
"".join(itertools.repeat("a"))
