import sys
s = "abc"
print([sys.getsizeof(x) for x in ("", "a", s, s * 10, "\xe9\xe9", "\u0394", "\u0394" * 10, "\U0001f600" * 2)])
print(sys.getsizeof(s + "\u0394"), sys.getsizeof("".join([s] * 100)), sys.getsizeof(str(10 ** 20)))
