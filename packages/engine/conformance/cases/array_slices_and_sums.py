import array, sys
b = array.array("i", [1, 2, 3])
b += array.array("i", [4])
print(b, sys.getsizeof(b))
b *= 3
print(b + b[:2], sys.getsizeof(b))
b[1:3] = array.array("i", [9, 9, 9])
print(b)
del b[::2]
print(b, sys.getsizeof(b))
b[::2] = array.array("i", [0] * len(b[::2]))
print(b, b == b[:], b < array.array("i", [100]))
for wrong in (lambda: b + [1], lambda: b + array.array("d"), lambda: b.extend(array.array("d")), lambda: b.__setitem__(slice(0, 1), [1])):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
