import sys
from collections import deque
rc = sys.getrefcount
x = object()
d = deque([x, x], maxlen=2)
print(rc(x))
d.append(1)
print(rc(x))
d.appendleft(x)
print(rc(x), d.count(x))
e = d.copy()
it = iter(d)
print(rc(x), rc(d))
d.clear(); e.clear()
print(rc(x))
