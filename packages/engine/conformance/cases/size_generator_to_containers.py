import sys
def sizes(n):
    return sys.getsizeof(list(i for i in range(n))), sys.getsizeof(tuple(i for i in range(n))), sys.getsizeof(set(i for i in range(n)))
print([sizes(n) for n in (0, 1, 3, 4, 5, 8, 9, 17)])
g = (i for i in range(9))
print(sys.getsizeof(list(g)), sys.getsizeof([i for i in range(9)]))
