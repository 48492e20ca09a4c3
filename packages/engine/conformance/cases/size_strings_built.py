import sys
s = ""
out = []
for i in range(12):
    s += "x"
    out.append(sys.getsizeof(s))
print(out, sys.getsizeof("a" * 100), sys.getsizeof("\xe9" * 100), sys.getsizeof("\u20ac" * 100), sys.getsizeof(("\u20ac" * 10)[:0]), sys.getsizeof("a\u20ac"[0]), sys.getsizeof("a\u20ac"[:1] + "bc"))
