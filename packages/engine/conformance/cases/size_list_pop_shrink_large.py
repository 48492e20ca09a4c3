import sys
l, out, last = list(range(300)), [], None
while l:
    l.pop()
    s = sys.getsizeof(l)
    if s != last: out.append((len(l), s))
    last = s
print(out)
