# must: limit
import itertools, collections
collections.deque(itertools.count(), maxlen=5)
