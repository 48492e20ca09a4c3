def f(**kw): return list(kw)[0]
print(f(some_key=1) is "some_key", f(**{"".join(["some", "_key"]): 1}) is "some_key")
import collections
P = collections.namedtuple("P", "".join(["xx", " ", "yy"]))
print(P._fields[0] is "xx", P(1, 2)._asdict().__iter__().__next__() is "xx")
