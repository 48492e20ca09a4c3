a, b, c = [1], [2], [3]
ids = [id(a), id(b), id(c)]
del a, b, c
x, y, z = [4], [5], [6]
print([ids.index(id(o)) if id(o) in ids else -1 for o in (x, y, z)])
