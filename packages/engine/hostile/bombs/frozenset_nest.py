# must: answer
s = frozenset()
for i in range(2000):
    s = frozenset([s])
print(len(s), isinstance(hash(s), int))
