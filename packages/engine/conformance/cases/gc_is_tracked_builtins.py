import gc, collections, functools, types
class S: __slots__ = ()
class T: __slots__ = ("a",)
print([gc.is_tracked(o) for o in (S(), T(), object(), slice(1), range(3), frozenset(), frozenset([1]), bytearray(), memoryview(b""))])
print([gc.is_tracked(o) for o in (collections.deque(), collections.OrderedDict(), functools.partial(len), types.SimpleNamespace(), property(), staticmethod(len), super, type, iter([]), iter({}), (x for x in []))])
