import collections
print(hasattr(collections, "abc"))
import contextlib
print(hasattr(collections, "abc"))
import dataclasses
print(hasattr(collections, "abc"), collections.abc.Mapping.__name__)
class M(collections.abc.Mapping if hasattr(collections, "abc") else dict):
    def __getitem__(self, k): return k * 2
    def __iter__(self): return iter("ab")
    def __len__(self): return 2
print(dict(M()), M().get("q", 1))
