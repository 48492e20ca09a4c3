import sys
from collections import deque
print([sys.getsizeof(deque(range(n))) for n in (0, 1, 31, 32, 33, 64, 96, 97, 200)])
d = deque(range(100))
while len(d) > 1: d.popleft()
print(sys.getsizeof(d))
