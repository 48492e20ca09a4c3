import sys
for o in ([], [1], (), (1,), {}, set(), {1, 2, 3, 4, 5, 6}, "", "a", b"", bytearray(b"ab"), 1, 1.5, range(3), slice(1)):
    print(type(o).__name__, o.__sizeof__(), sys.getsizeof(o) - o.__sizeof__())
