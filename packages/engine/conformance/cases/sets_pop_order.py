s = set(range(0, 80, 8))
print([s.pop() for _ in range(4)], s)
s.add(0)
print(s.pop(), s.pop(), s)
