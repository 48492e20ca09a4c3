from collections import deque
d = deque("abc", maxlen=3)
d.append("d"); d.appendleft("z")
print(d, d.maxlen, d[0], d[-1], len(d))
d.rotate(1); print(d)
d.extend([1, 2]); d.extendleft([3]); print(d, list(reversed(d)))
print(d.pop(), d.popleft(), d, deque([1, 2]) == deque([1, 2]), deque([1]) + deque([2]), deque([1]) * 2)
for bad in (lambda: deque().pop(), lambda: deque([1])[5], lambda: deque().remove(1), lambda: deque([1]).index(2)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
