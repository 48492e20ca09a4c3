import sys
for start in (0, 1, 4, 5):
    row = []
    for n in (0, 1, 3, 5, 8, 9):
        l = list(range(start))
        l.extend(map(str, range(n)))
        row.append(sys.getsizeof(l))
    print(start, row)
