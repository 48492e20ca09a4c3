import sys
l = [1]
l *= 2
print(sys.getsizeof(l))
l *= 5
print(sys.getsizeof(l))
l *= 0
print(sys.getsizeof(l))
l += [1]
l += l
print(sys.getsizeof(l), sys.getsizeof([1, 2] * 10), sys.getsizeof([1] + [2, 3]))
