import sys
l = [[0] * 10 for _ in range(5)]
print(sys.getsizeof(l), sum(sys.getsizeof(x) for x in l))
t = tuple(tuple(range(i)) for i in range(5))
print(sys.getsizeof(t), [sys.getsizeof(x) for x in t])
d = {i: {} for i in range(7)}
print(sys.getsizeof(d), sys.getsizeof(d[0]))
