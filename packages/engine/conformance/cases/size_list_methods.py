import sys
l = []
out = []
for i in range(10): l.append(i); out.append(sys.getsizeof(l))
print(out)
print([sys.getsizeof(x) for x in ([1, 2, 3], list((1, 2, 3)), [1, 2] + [3], [*range(3)], list("abc"), [0] * 3, l[:3], sorted({1, 2, 3}))])
