import sys
print([sys.getsizeof(2 ** n) for n in (0, 29, 30, 59, 60, 89, 90, 300)])
print([sys.getsizeof(-2 ** n) for n in (0, 30, 60)], sys.getsizeof(0), sys.getsizeof(True), sys.getsizeof(1.5), sys.getsizeof(2j))
