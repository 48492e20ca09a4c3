import sys
print([sys.getsizeof(d) for d in ({}, {"a": 1}, dict(a=1), {1: 1}, {i: i for i in range(6)}, dict.fromkeys("abcdef"), dict(zip("abc", "abc")))])
d = {i: i for i in range(20)}
for i in range(20): del d[i]
print(sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(dict(d)), len(d))
d.clear()
print(sys.getsizeof(d))
