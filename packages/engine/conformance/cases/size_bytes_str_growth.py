import sys
print([sys.getsizeof(b"x" * n) for n in (0, 1, 10, 100)], [sys.getsizeof("x" * n) for n in (0, 1, 10, 100)])
print([sys.getsizeof(bytearray(n)) for n in (0, 1, 10, 100)])
b = bytearray()
out = []
for i in range(10): b.append(i); out.append(sys.getsizeof(b))
print(out)
