import sys
l, out, last = [], [], None
for i in range(200):
    l.append(i)
    s = sys.getsizeof(l)
    if s != last: out.append((len(l), s))
    last = s
print(out)
