import sys
a, b = set(range(20)), set(range(10, 40))
print([sys.getsizeof(x) for x in (a | b, a & b, a - b, a ^ b, a.copy(), frozenset(a), set(a))])
a.clear()
print(sys.getsizeof(a))
a.update(range(5))
print(sys.getsizeof(a))
