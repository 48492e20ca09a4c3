import sys
b, out, last = bytearray(), [], None
for i in range(100):
    b.append(1)
    s = sys.getsizeof(b)
    if s != last: out.append((len(b), s))
    last = s
print(out)
while b: b.pop()
print(sys.getsizeof(b))
