import sys
s = set(range(100))
for i in range(95): s.discard(i)
print(sys.getsizeof(s), sys.getsizeof(set(s)))
for i in range(200, 260): s.add(i)
print(sys.getsizeof(s), len(s))
