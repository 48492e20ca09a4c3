# must: limit
import itertools
print(sum(1 for x in itertools.product(range(100), repeat=10)))
