import sys, collections, functools, itertools, operator
print([sys.getsizeof(o) for o in (collections.deque(), collections.defaultdict(int), collections.OrderedDict(), collections.OrderedDict(a=1), collections.Counter(), collections.Counter("abc"))])
print([sys.getsizeof(o) for o in (functools.partial(print), operator.itemgetter(1), operator.attrgetter("a"))])
