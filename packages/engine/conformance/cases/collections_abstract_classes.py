from collections.abc import Iterable, Sequence, Mapping, MutableMapping, Callable, Hashable, Sized, Iterator, Generator, MutableSequence, Set, Container, Collection
import collections.abc
class Bag(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
b = Bag(); b["a"] = 1; b.update(c=2); print(list(b.items()), b.get("z"), b.pop("a"), b.setdefault("q", 5), "q" in b, b == {"c": 2, "q": 5}, list(b.keys()))
class Line(Sequence):
    def __init__(self, *x): self.x = x
    def __getitem__(self, i): return self.x[i]
    def __len__(self): return len(self.x)
l = Line(1, 2, 3); print(list(reversed(l)), 2 in l, l.index(3), l.count(1), list(l), isinstance(l, Iterable))
for t in (Iterable, Sequence, Mapping, Callable, Hashable, Sized, Iterator, Generator, MutableSequence, Set, Container, Collection):
    print(t.__name__, t.__module__, [isinstance(o, t) for o in ([], (), {}, "a", 1, {1}, iter([]), (i for i in []), len, range(3), frozenset(), {}.keys())])
class Half(Sequence):
    def __len__(self): return 0
try: Half()
except TypeError as e: print(e)
class Duck:
    def __iter__(self): return iter([1])
    def __len__(self): return 1
print(isinstance(Duck(), Iterable), issubclass(Duck, Sized), isinstance(Duck(), Sequence), repr(Iterable))
