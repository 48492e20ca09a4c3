from operator import *
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), attrgetter("real")(5), methodcaller("split", ",")("a,b"), itemgetter(1), attrgetter("a.b"))
print(add(1, 2), mul("a", 3), contains([1], 1), neg(5), not_(0), truth([]), index(True), countOf([1, 1], 1), indexOf([3, 4], 4), concat([1], [2]), eq(1, 1.0), is_(None, None))
