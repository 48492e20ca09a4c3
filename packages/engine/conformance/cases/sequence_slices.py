s = slice(1, None, 2)
print(s, s.start, s.stop, s.step, s.indices(10), slice(5), slice(None, None, -1).indices(4))
print(slice(1, 2) == slice(1, 2), slice(1) < slice(2))
print([0, 1, 2, 3, 4][s], "abcdef"[slice(-3, None)], (1, 2, 3)[::-1], list(range(10))[8:2:-3])
