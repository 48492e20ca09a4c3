import sys
for make in (dict.fromkeys, set, lambda r: dict.fromkeys(r).items()):
    row = []
    for n in (0, 1, 3, 6, 7, 12):
        l = []
        l.extend(make(range(n)))
        row.append(sys.getsizeof(l))
    print(row)
