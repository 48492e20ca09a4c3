import sys
a, *b = range(5)
print(sys.getsizeof(b))
a, *b, c = [1, 2, 3, 4]
print(sys.getsizeof(b))
*a, b = (x for x in range(9))
print(sys.getsizeof(a), sys.getsizeof([*range(5)]), sys.getsizeof([1, *range(5)]))
