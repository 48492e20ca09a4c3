a, b = {1, 2}, {1, 2, 3}
print(a < b, a <= b, a == b, b > a, a != b, a < a, a <= a, {1} < {2}, a.issubset([1, 2, 3]), b.issuperset((1,)))
print(a.isdisjoint([4]), a == frozenset(a), type(a | frozenset(b)).__name__, type(frozenset(a) | b).__name__)
