import sys
for n in (3, 10, 40):
    l = list(range(n))
    sizes = []
    while l:
        del l[0]
        sizes.append(sys.getsizeof(l))
    print(n, sizes)
