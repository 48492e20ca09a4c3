import gc, functools, collections
a, b = [1], [2]
print(gc.get_referents([a, b]), gc.get_referents((a, b)), gc.get_referents(slice(a, b)), gc.get_referents(collections.deque([a, b])))
print(gc.get_referents(enumerate([5]))[0].__class__.__name__, gc.get_referents(iter(a)), gc.get_referents({3}), gc.get_referents(frozenset([4])))
