import sys
for c in ("a", "\xe9", "\u20ac", "\U0001f600"):
    print([sys.getsizeof(c * n) for n in (2, 3, 10)])
print(sys.getsizeof(""), sys.getsizeof("a\xe9"), sys.getsizeof("a\u20ac"))
