# must: answer or limit
import itertools
try:
    itertools.product([1], repeat=2 ** 62)
except (OverflowError, MemoryError) as e:
    print(type(e).__name__)
