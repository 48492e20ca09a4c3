import sys
b = bytearray(b"abc")
b += b"defgh"
print(sys.getsizeof(b))
b.extend(b"xy")
print(sys.getsizeof(b))
del b[2:4]
print(sys.getsizeof(b))
b.clear()
print(sys.getsizeof(b), sys.getsizeof(bytearray([1, 2, 3])), sys.getsizeof(bytearray(b"ab") * 10))
