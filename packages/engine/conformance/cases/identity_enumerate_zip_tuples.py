print([id(t) for t in enumerate("ab")][0] == 0)
ids = set()
for t in zip("abc", "abc"): ids.add(id(t))
print(len(ids))
del t
ids = set(id(t) for t in enumerate("abc"))
print(len(ids))
kept = list(zip("ab", "ab"))
print(kept[0] is kept[1])
