def show(*ops):
    s = set()
    for o in ops:
        if o >= 0: s.add(o)
        else: s.discard(-o)
    return list(s)
print(show(8, 16, 24, -8, 32), show(3, 1, 9, 17, -1, -9, 25), show(1, 9, -1, 17), show(8, 16, -16, 24))
