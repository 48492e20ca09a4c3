import weakref, collections, functools
for make in (set, frozenset, collections.deque, collections.OrderedDict, lambda: functools.partial(print), list, dict, tuple, lambda: range(1), lambda: slice(1), bytearray, lambda: memoryview(b"a"), lambda: iter([]), lambda: enumerate([]), lambda: collections.defaultdict(int), lambda: "s", lambda: b"s"):
    o = make()
    try: print(type(o).__name__, weakref.ref(o)() is o)
    except TypeError as e: print(e)
