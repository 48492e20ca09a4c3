a = [1]
b = [a, a]
c = b[:]
d = b + b
e = [[0]] * 3
print(b[0] is b[1], c is b, c[0] is a, d[3] is a, e[0] is e[2], [[0] for _ in range(2)][0] is e[0])
e[0].append(1)
print(e, tuple(b)[0] is a, sorted(b)[0] is a, list(reversed(b))[1] is a, max(b) is a, next(iter(b)) is a)
