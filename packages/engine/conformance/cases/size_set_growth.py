import sys
s, out, last = set(), [], None
for i in range(400):
    s.add(i)
    z = sys.getsizeof(s)
    if z != last: out.append((len(s), z))
    last = z
print(out)
