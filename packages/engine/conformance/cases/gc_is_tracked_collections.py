import gc, collections, functools, itertools, operator, io
print([gc.is_tracked(o) for o in (collections.deque(), collections.defaultdict(int), collections.OrderedDict(), functools.partial(print), itertools.chain(), itertools.count(), operator.itemgetter(1), io.StringIO(), iter({1}), iter("a"), iter(b"a"), memoryview(b"a"), bytearray())])
