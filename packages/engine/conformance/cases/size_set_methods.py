import sys
s = set()
out = []
for i in range(20): s.add(i); out.append(sys.getsizeof(s))
print(out)
print([sys.getsizeof(x) for x in (set(), {1}, frozenset(), frozenset([1, 2]), set(range(5)), {1, 2, 3, 4, 5}, {i for i in range(5)}, s.copy(), s | {99})])
s.clear()
print(sys.getsizeof(s))
