import sys
print([sys.getsizeof(tuple(x)) for x in ("abc", [1, 2, 3], range(3), (i for i in range(3)), {1, 2, 3})], sys.getsizeof((1,) + (2, 3)), sys.getsizeof((1, 2) * 3), sys.getsizeof((1, 2, 3)[1:]))
